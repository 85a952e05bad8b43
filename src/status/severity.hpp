#pragma once
#include "status/types.hpp"

namespace tellfirst::status {

// How bad a state is for a customer: operational 0 ... major 5. Where incidents overlap, the worst
// wins; an unknown state outranks "operational" (never green) but not a state that somebody saw.
[[nodiscard]] int severity(ServiceState state);

[[nodiscard]] ServiceState worst(ServiceState a, ServiceState b);

}  // namespace tellfirst::status
