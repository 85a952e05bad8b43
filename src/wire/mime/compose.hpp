#pragma once
// Mail to many: a message is compiled once, and per recipient only its slots are encoded and
// spliced into bytes that are already there. A MIME library builds a tree and encodes all of it
// for each of 100,000 recipients; this costs about as much as copying the message.
#include "kernel/problem.hpp"
#include "wire/mime/encode.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::mime {

// A message with slots: `{{name}}` (a-z, 0-9, _) in a header's text or in a body.
// `{{{{` stands for two braces; `literal` escapes text that somebody else wrote.
struct Draft {
    struct Header {
        std::string name;
        std::string text;
    };

    std::vector<Header> headers;  // those with slots are written last; Content-* are ours
    std::string text;             // the plain body, complete by itself
    std::string html;             // "" sends a message of one part
};

// Text in which `{{` begins no slot.
[[nodiscard]] std::string literal(std::string_view text);

// Immutable after compile, so any number of threads may fill it at once.
class Template {
  public:
    // The names of the slots in the order of the values that `fill` wants, each once.
    [[nodiscard]] std::vector<std::string> const& slots() const { return slots_; }

    // The message with CRLF line ends, not dot-stuffed. One value (UTF-8) per slot: made safe for
    // where it stands (in HTML it is escaped, in a header its line ends become spaces).
    [[nodiscard]] std::string fill(std::span<std::string const> values) const;

  private:
    friend class Compiler;

    enum class Where { as_is, text, html };
    // Encoded bytes, then the value of a slot.
    struct Piece {
        std::string bytes;
        std::size_t first_line = 0;  // length of the first line of `bytes`
        Where where = Where::as_is;  // which encoding both are in
        int slot = none;
    };
    struct Line {  // a header with slots: parts[0] values[slots[0]] parts[1] ...
        std::string name;
        std::vector<std::string> parts;
        std::vector<int> slots;
    };
    static constexpr int none = -1;

    std::vector<std::string> slots_;
    std::vector<Line> lines_;
    std::string fixed_headers_;
    std::vector<Piece> pieces_;
    std::size_t bytes_ = 0;  // of everything but the values
};

// Errors: mime.bad_header_name, mime.bad_header (CR, LF or NUL in it), mime.reserved_header
// (MIME-Version, Content-*), mime.bad_slot. `field` is the header's name, or text, or html.
[[nodiscard]] Result<Template> compile(Draft const& draft);

}  // namespace tellfirst::mime
