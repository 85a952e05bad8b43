#pragma once
// Inside status: the rules of RFC 5545 by which a window may recur. Pure.
#include "kernel/problem.hpp"

#include <map>

namespace tellfirst::status {

using RuleParts = std::map<std::string, std::string, std::less<>>;

// "FREQ=WEEKLY;BYDAY=TH" in its parts; nothing where it has none, or one twice.
[[nodiscard]] std::optional<RuleParts> parts_of(std::string_view rule);
// Of a rule that was checked: how many days, weeks, months or years are between two.
[[nodiscard]] std::int64_t interval_of(RuleParts const& parts);

// Errors series.bad_rule, series.too_often ("rule").
[[nodiscard]] Result<void> check_rule(std::string_view rule);
[[nodiscard]] Problem bad_rule();

}  // namespace tellfirst::status
