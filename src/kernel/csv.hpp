#pragma once
#include <span>
#include <string>

namespace tellfirst {

// One line of comma-separated values (RFC 4180), with its CRLF. What a spreadsheet would take for a
// formula gets an apostrophe in front: names and addresses are written by strangers.
[[nodiscard]] std::string csv_line(std::span<std::string const> cells);

}  // namespace tellfirst
