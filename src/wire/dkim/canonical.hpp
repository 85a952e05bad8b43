#pragma once
// How DKIM sees a message: without what relays on its way may change (RFC 6376 section 3.4, the
// algorithm "relaxed" for both header and body). Pure.
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::dkim {

// A message whose lines end in CRLF, taken apart. Views into it.
struct Parts {
    std::vector<std::string_view> fields;  // whole header fields with their folds, without CRLF
    std::string_view body;
};
[[nodiscard]] Parts take_apart(std::string_view message);

// "SUBJect :  AbC " is "subject:AbC": one line, no CRLF at its end.
[[nodiscard]] std::string relaxed_field(std::string_view field);

// Runs of white space are one space, none stands at the end of a line, no empty line at the end.
[[nodiscard]] std::string relaxed_body(std::string_view body);

}  // namespace tellfirst::dkim
