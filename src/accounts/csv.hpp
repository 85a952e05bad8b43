#pragma once
// Reads comma-separated values (RFC 4180): CRLF or LF, a byte order mark, quoted fields with
// commas, line ends and doubled quotes in them.
#include "accounts/types.hpp"

namespace tellfirst::accounts {

inline constexpr std::size_t most_csv_bytes = 32 * 1024 * 1024;  // it stands in memory
inline constexpr std::size_t most_csv_rows = 200'000;            // it is written in one transaction
inline constexpr std::size_t most_csv_fields = 64;
inline constexpr std::size_t longest_csv_field = 16 * 1024;

struct CsvRow {
    std::int64_t line = 0;  // where it begins; lines count from 1
    std::vector<std::string> fields;

    bool operator==(CsvRow const&) const = default;
};

// Empty lines are left out. Where the text stops being CSV, `broken` says so: what comes after is
// not guessed at.
struct CsvTable {
    std::vector<CsvRow> rows;
    std::optional<LineError> broken;
};

[[nodiscard]] CsvTable read_csv(std::string_view text);

}  // namespace tellfirst::accounts
