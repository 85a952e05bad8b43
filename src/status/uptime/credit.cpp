#include "status/uptime/credit.hpp"

namespace tellfirst::status {

Exact tier_credit(
    std::optional<Exact> const& availability, std::span<accounts::CreditTier const> tiers,
    double cap_percent)
{
    if (!availability)
        return 0;
    Exact const percent = *availability * 100;
    std::optional<accounts::CreditTier> deepest;
    for (auto const& tier : tiers)
        if (percent < decimal(tier.below) && (!deepest || tier.below < deepest->below))
            deepest = tier;
    if (!deepest)
        return 0;
    return std::min(decimal(deepest->percent), decimal(cap_percent));
}

Exact portion_credit(Duration down, Portions const& portions)
{
    auto const begun = (down + portions.each - Duration{1}) / Duration{portions.each};
    return std::min(Exact{decimal(portions.percent) * begun}, decimal(portions.cap_percent));
}

std::chrono::minutes whole_minutes(Duration down)
{
    return std::chrono::floor<std::chrono::minutes>(down);
}

}  // namespace tellfirst::status
