#pragma once
// /mirror.json: what one host shows the public, so that another server can carry it on.
#include "pages/snapshot.hpp"

namespace tellfirst::pages {

inline constexpr std::string_view mirror_path = "/mirror.json";

struct HeaderLine {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(HeaderLine, (), (name, value))

struct MirroredFile {
    std::string path;
    std::string type;
    std::vector<HeaderLine> headers;
    std::string sha256;  // of the body, in hex
};
BOOST_DESCRIBE_STRUCT(MirroredFile, (), (path, type, headers, sha256))

struct MirrorDocument {
    Instant made;
    std::vector<MirroredFile> files;
};
BOOST_DESCRIBE_STRUCT(MirrorDocument, (), (made, files))

// A copy without its body and host, and back.
[[nodiscard]] MirroredFile mirrored(Copy const& copy);
[[nodiscard]] Copy copy_of(MirroredFile const& file, Body body);

// The document of each host of the snapshot: all that it shows.
[[nodiscard]] std::vector<Copy> mirror_documents(Snapshot const& snapshot);

// Does it lead to nothing that leaves the folder below which it is written, and that a browser
// reads otherwise? It begins with a slash.
[[nodiscard]] bool is_plain_path(std::string_view path);

// More than this no status page is; whoever sends more is none.
inline constexpr std::size_t most_mirrored_files = 20'000;

// Reads a document that came from elsewhere. Errors json.malformed, input.invalid;
// mirror.bad_document where a path could mean something else than it says, and for types and
// headers that our pages do not have.
[[nodiscard]] Result<MirrorDocument> read_mirror_document(std::string_view text);

}  // namespace tellfirst::pages
