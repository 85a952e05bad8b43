#pragma once
// Inside status: the days by which occurrences had to be declared, as they pass. Calendars hear of
// each (RFC 5545: EXDATE, and a higher SEQUENCE), and what they heard is never taken back.
#include "db/db.hpp"
#include "status/windows/recurrence.hpp"
#include "status/windows/types.hpp"

namespace tellfirst::status {

inline constexpr std::string_view series_days_job = "status.series_days";

[[nodiscard]] Recurrence recurrence_of(Series const& series);

// The day of whatever starts up to then has passed. `lead`: how long before its start one must be
// declared; one that is shorter than it was gives nothing back.
[[nodiscard]] Instant
passed_until(db::Tx& tx, Series const& series, std::chrono::hours lead, Instant now);

// Keeps what has passed, and does so again when the next day does. Not of one that has ended.
void keep_passed(Call& call, SeriesId id);

}  // namespace tellfirst::status
