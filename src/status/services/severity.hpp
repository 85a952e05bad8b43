#pragma once
#include "status/status.hpp"

namespace tellfirst::status {

// How bad a state is for a customer: operational 0 ... major 5.
[[nodiscard]] int severity(ServiceState state);

}  // namespace tellfirst::status
