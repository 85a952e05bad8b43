#pragma once
// Months and days where somebody lives: they have 23 and 25 hours twice a year, and that is what
// is billed.
#include "status/uptime/timeline.hpp"

namespace tellfirst::status {

// The month that holds the moment. The zone must be one.
[[nodiscard]] Period month_of(Instant at, std::string const& zone);

// Where the last so many days begin, and where the last of them, today, ends: one more moment than
// days. The zone must be one.
[[nodiscard]] std::vector<Instant> last_days(Instant now, int days, std::string const& zone);

// Their dates: "2026-03-04".
[[nodiscard]] std::vector<std::string> last_dates(Instant now, int days, std::string const& zone);

}  // namespace tellfirst::status
