#pragma once
// `tellfirst inspect uptime FILE`: the arithmetic by itself, for whoever wants to check our sums.
#include "kernel/problem.hpp"

namespace tellfirst::status {

// From the text of the file to the JSON that is printed; docs/operations.md describes both.
// Errors json.malformed, input.invalid (unknown fields and states), period.ends_before_start,
// event.ends_before_start ("events[3]"), event.bad_percent, window.ends_before_start,
// rule.bad_weight, rule.bad_notice, rule.bad_decimals, zone.unknown, inspect.too_large.
[[nodiscard]] Result<std::string> inspect_uptime(std::string_view text);

}  // namespace tellfirst::status
