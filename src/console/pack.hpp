#pragma once
// A folder of built files as one run of bytes, each file in the forms in which it is sent, so that
// a start compresses nothing. The packer writes it at build time, the program reads itself.
//
//     tellfirst-pack 1\n
//     assets/index-Bx3k9.js 702213 201033 183220\n    name; bytes plain, gzip, brotli (0: not kept)
//     index.html 812 401 360\n
//     \n
//     the bytes of all of them, in this order
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::console {

struct PackedFile {
    std::string name;  // "assets/index-Bx3k9.js"
    std::string plain;
    std::string gzip = {};    // empty where it would be no shorter
    std::string brotli = {};  // likewise
    bool operator==(PackedFile const&) const = default;
};

// May a file be called so? Segments of letters, digits and . _ - that do not begin with a dot:
// nothing that could lead out of a folder, or would have to be encoded in an address.
[[nodiscard]] bool is_safe_name(std::string_view name);

[[nodiscard]] std::string write_pack(std::span<PackedFile const> files);

// Nothing where the bytes are no pack.
[[nodiscard]] std::optional<std::vector<PackedFile>> read_pack(std::string_view bytes);

}  // namespace tellfirst::console
