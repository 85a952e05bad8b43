#pragma once
// The truth about when an incident was, as it is after a correction.
#include "kernel/problem.hpp"
#include "status/history/types.hpp"

namespace tellfirst::status {

// More stretches than this are a measurement, and not what was said.
inline constexpr std::size_t most_stretches = 1'000;

// Errors correction.still_open, correction.in_the_future, correction.too_long_ago,
// correction.ends_before_start, correction.needs_services, correction.needs_end,
// correction.outside, correction.overlaps.
[[nodiscard]] Result<Times> corrected(Times const& before, CorrectTimes const& wish, Instant now);

}  // namespace tellfirst::status
