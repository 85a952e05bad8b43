#pragma once
#include "kernel/ids.hpp"

#include <optional>
#include <vector>

namespace tellfirst::accounts {

// Somebody hears of some services and asks for others: he hears of both, each once, by id. Nothing
// is all of them.
[[nodiscard]] std::optional<std::vector<ServiceId>> heard_by_both(
    std::optional<std::vector<ServiceId>> const& held,
    std::optional<std::vector<ServiceId>> const& wanted);

}  // namespace tellfirst::accounts
