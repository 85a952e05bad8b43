#include "status/windows/leads.hpp"

#include "accounts/accounts.hpp"
#include "status/windows/series_store.hpp"

namespace tellfirst::status {

Leads::Leads(db::Tx& tx, std::span<Series const> series)
{
    if (series.empty())
        return;
    std::map<PlanId, std::chrono::hours> sold;
    for (auto const& [service, plan] :
         store::plans_touched(tx, series.front().id, series.back().id)) {
        auto const [known, is_new] = sold.try_emplace(plan);
        if (auto const found = is_new ? accounts::find_plan(tx, plan) : std::nullopt)
            known->second = std::chrono::hours{found->notice_lead_hours};
        auto& longest = of_service_[service];
        longest = std::max(longest, known->second);
    }
}

std::chrono::hours Leads::of(Series const& series) const
{
    std::chrono::hours longest{0};
    for (auto const service : series.services)
        if (auto const lead = of_service_.find(service); lead != of_service_.end())
            longest = std::max(longest, lead->second);
    return longest;
}

}  // namespace tellfirst::status
