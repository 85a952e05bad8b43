#include "accounts/exposure.hpp"

#include <algorithm>
#include <iterator>

namespace tellfirst::accounts {

std::vector<ServiceId> tidy(std::vector<ServiceId> services)
{
    std::ranges::sort(services);
    auto const doubled = std::ranges::unique(services);
    services.erase(doubled.begin(), doubled.end());
    return services;
}

std::optional<std::vector<ServiceId>>
used_in_all(std::optional<std::vector<ServiceId>> const& own, std::vector<ServiceId> const& by_plan)
{
    if (!own && by_plan.empty())
        return std::nullopt;
    auto all = own.value_or(std::vector<ServiceId>{});
    all.insert(all.end(), by_plan.begin(), by_plan.end());
    return tidy(std::move(all));
}

Turn turn(std::span<ServiceId const> held, std::span<ServiceId const> wanted)
{
    Turn turn;
    std::ranges::set_difference(held, wanted, std::back_inserter(turn.ended));
    std::ranges::set_difference(wanted, held, std::back_inserter(turn.begun));
    return turn;
}

}  // namespace tellfirst::accounts
