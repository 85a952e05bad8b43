#pragma once
// What a plan says about availability, as a rule to reckon by.
#include "accounts/types.hpp"
#include "status/uptime/timeline.hpp"

namespace tellfirst::status {

[[nodiscard]] UptimeRule rule_of(accounts::PlanTerms const& terms);

}  // namespace tellfirst::status
