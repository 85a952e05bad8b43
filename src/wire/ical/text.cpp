#include "kernel/text.hpp"
#include "wire/ical/ical.hpp"

#include <array>

namespace tellfirst::ical {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line's end

// All ways to end a line. Unicode's own are among them, because some readers cut lines there.
constexpr std::array<std::string_view, 6> line_ends{"\r\n",     "\n",           "\r",
                                                    "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"};

std::size_t line_end_at(std::string_view text)
{
    for (auto const end : line_ends)
        if (text.starts_with(end))
            return end.size();
    return 0;
}

bool is_forbidden(unsigned char c)
{
    return (c < 0x20 && c != '\t') || c == 0x7f;
}

}  // namespace

std::string escape_text(std::string_view text)
{
    auto const repaired = repair_utf8(text);
    std::string escaped;
    escaped.reserve(repaired.size() + repaired.size() / 16);
    for (std::string_view rest = repaired; !rest.empty();) {
        if (auto const end = line_end_at(rest); end > 0) {
            escaped += "\\n";
            rest.remove_prefix(end);
            continue;
        }
        char const c = rest.front();
        if (c == '\\' || c == ';' || c == ',')
            escaped += '\\';
        if (is_forbidden(static_cast<unsigned char>(c)))
            escaped += "\xef\xbf\xbd";
        else
            escaped += c;
        rest.remove_prefix(1);
    }
    return escaped;
}

std::string fold_line(std::string_view line)
{
    std::string folded;
    auto room = longest_line;
    while (line.size() > room) {
        auto const part = cut_utf8(line, room);
        folded += part;
        folded += "\r\n ";
        line.remove_prefix(part.size());
        room = longest_line - 1;  // the space counts
    }
    folded += line;
    return folded + "\r\n";
}

}  // namespace tellfirst::ical
