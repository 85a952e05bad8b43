#pragma once
// Who uses what, as sets of services.
#include "kernel/ids.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tellfirst::accounts {

// Each once, in the order of ids: as they are read back.
[[nodiscard]] std::vector<ServiceId> tidy(std::vector<ServiceId> services);

// An account's own list together with its plan's rule; nothing where neither is known.
[[nodiscard]] std::optional<std::vector<ServiceId>> used_in_all(
    std::optional<std::vector<ServiceId>> const& own, std::vector<ServiceId> const& by_plan);

// What has to end and begin so that `held` becomes `wanted`, both tidy: what stays keeps its day.
struct Turn {
    std::vector<ServiceId> ended;
    std::vector<ServiceId> begun;
};
[[nodiscard]] Turn turn(std::span<ServiceId const> held, std::span<ServiceId const> wanted);

}  // namespace tellfirst::accounts
