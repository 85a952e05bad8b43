#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::mime {

struct RawHeader {
    std::string name;        // in lower case
    std::string_view value;  // as it came, with its folds
};

// One MIME entity cut into headers and body, both views into the message.
struct Entity {
    std::vector<RawHeader> headers;
    std::string_view body;
    bool headers_too_large = false;

    // The first value of that (lower-case) name, or "".
    [[nodiscard]] std::string_view get(std::string_view name) const;
};

// Where the line between headers and body is missing, the first line that cannot be a header, nor
// the rest of one, begins the body. Reads at most `largest` bytes of headers.
[[nodiscard]] Entity read_entity(std::string_view raw, std::size_t largest);

// The parts between the lines "--boundary"; a missing last line ends with the text.
// At most `most` + 1 of them, so that the caller can see that there are more.
[[nodiscard]] std::vector<std::string_view>
split_parts(std::string_view body, std::string_view boundary, std::size_t most);

// What the boundary probably is, where the header does not tell or lies: the first line that
// begins with "--" and has a Content- header below it. "" where there is none.
[[nodiscard]] std::string_view guess_boundary(std::string_view body);

}  // namespace tellfirst::mime
