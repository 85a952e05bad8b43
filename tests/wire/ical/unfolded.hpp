#pragma once
// A reader of iCalendar as small as it can be: content lines, unfolded, and their texts.
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::ical {

[[nodiscard]] inline std::vector<std::string> physical_lines(std::string_view calendar)
{
    std::vector<std::string> lines;
    for (auto end = calendar.find("\r\n"); end != std::string_view::npos;
         end = calendar.find("\r\n")) {
        lines.emplace_back(calendar.substr(0, end));
        calendar.remove_prefix(end + 2);
    }
    if (!calendar.empty())
        lines.emplace_back("not ended: " + std::string{calendar});
    return lines;
}

[[nodiscard]] inline std::vector<std::string> unfolded(std::string_view calendar)
{
    std::vector<std::string> lines;
    for (auto const& line : physical_lines(calendar)) {
        if (line.starts_with(' ') && !lines.empty())
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
    }
    return lines;
}

[[nodiscard]] inline std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            plain += text[++at] == 'n' ? '\n' : text[at];
        else
            plain += text[at];
    }
    return plain;
}

// The texts of all lines of that name, as they were meant.
[[nodiscard]] inline std::vector<std::string>
texts(std::string_view calendar, std::string_view name)
{
    std::vector<std::string> found;
    for (auto const& line : unfolded(calendar))
        if (line.starts_with(std::string{name} + ":"))
            found.push_back(unescaped(std::string_view{line}.substr(name.size() + 1)));
    return found;
}

}  // namespace tellfirst::ical
