#include "wire/dkim/canonical.hpp"

#include "kernel/text.hpp"

#include <utility>

namespace tellfirst::dkim {
namespace {

constexpr std::string_view line_end = "\r\n";

// White space at the end is dropped, all other runs of it become one space. A fold is white space,
// too: its CRLF stands before some.
void append_relaxed(std::string& out, std::string_view text)
{
    bool gap = false;
    for (char const c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            gap = true;
            continue;
        }
        if (std::exchange(gap, false))
            out += ' ';
        out += c;
    }
}

}  // namespace

Parts take_apart(std::string_view message)
{
    Parts parts;
    while (!message.empty() && !message.starts_with(line_end)) {
        auto end = message.find(line_end);
        while (end != message.npos && end + 2 < message.size() &&
               (message[end + 2] == ' ' || message[end + 2] == '\t'))
            end = message.find(line_end, end + 2);
        parts.fields.push_back(message.substr(0, end));
        message.remove_prefix(end == message.npos ? message.size() : end + 2);
    }
    if (!message.empty())
        parts.body = message.substr(2);
    return parts;
}

std::string relaxed_field(std::string_view field)
{
    auto const colon = field.find(':');
    auto relaxed = ascii_lower(trim(field.substr(0, colon)));
    relaxed += ':';
    if (colon != field.npos)
        append_relaxed(relaxed, trim(field.substr(colon + 1)));
    return relaxed;
}

std::string relaxed_body(std::string_view body)
{
    std::string relaxed;
    relaxed.reserve(body.size() + 2);
    while (!body.empty()) {
        auto const end = body.find(line_end);
        append_relaxed(relaxed, body.substr(0, end));
        relaxed += line_end;
        body.remove_prefix(end == body.npos ? body.size() : end + 2);
    }
    while (relaxed.ends_with("\r\n\r\n"))
        relaxed.resize(relaxed.size() - 2);
    return relaxed == line_end ? "" : relaxed;
}

}  // namespace tellfirst::dkim
