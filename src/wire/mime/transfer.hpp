#pragma once
// Content-Transfer-Encoding undone (RFC 2045 section 6), and uuencode, which is older than MIME.
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::mime {

[[nodiscard]] std::string from_base64(std::string_view text);  // skips what is not base64
[[nodiscard]] std::string from_quoted_printable(std::string_view text);

// By the name in the header; what is not known stays as it is.
[[nodiscard]] std::string undo_transfer_encoding(std::string_view body, std::string_view encoding);

struct Uuencoded {
    std::string name;
    std::string content;
};

struct UuText {
    std::string text;  // without the blocks
    std::vector<Uuencoded> files;
};

// Takes every complete block from "begin 644 name" to "end" out of a text.
[[nodiscard]] UuText take_uuencoded(std::string_view text);

}  // namespace tellfirst::mime
