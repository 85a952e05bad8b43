#include "kernel/csv.hpp"

namespace tellfirst {
namespace {

// Excel, LibreOffice and others begin a formula with one of these, also behind white space that
// they strip.
constexpr std::string_view formula_starts = "=+-@\t\r\n";

std::string cell_of(std::string_view text)
{
    auto const first = text.find_first_not_of(' ');
    bool const is_formula = first != std::string_view::npos &&
                            formula_starts.find(text[first]) != std::string_view::npos;
    auto const safe = (is_formula ? "'" : "") + std::string{text};
    if (safe.find_first_of(",\"\r\n") == std::string::npos)
        return safe;
    std::string quoted = "\"";
    for (char const letter : safe)
        quoted += letter == '"' ? std::string{"\"\""} : std::string{letter};
    return quoted + "\"";
}

}  // namespace

std::string csv_line(std::span<std::string const> cells)
{
    std::string line;
    for (auto const& cell : cells)
        line += (&cell == cells.data() ? "" : ",") + cell_of(cell);
    return line + "\r\n";
}

}  // namespace tellfirst
