#pragma once
#include "status/incidents/types.hpp"

namespace tellfirst::status {

// The estimates that these words gave, oldest first; one that was only repeated stands once. The
// words stand newest first, as in an incident.
[[nodiscard]] std::vector<GivenEta> eta_history(std::span<Update const> updates);

}  // namespace tellfirst::status
