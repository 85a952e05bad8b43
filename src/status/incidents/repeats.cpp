#include "status/incidents/repeats.hpp"

#include <algorithm>
#include <ranges>

namespace tellfirst::status {
namespace {

bool touches(Incident const& incident, ServiceId service)
{
    return std::ranges::any_of(
        incident.services, [&](Touched const& touched) { return touched.service == service; });
}

}  // namespace

std::vector<LookBack> look_backs(std::vector<Instant> began_at)
{
    std::ranges::sort(began_at);
    std::vector<LookBack> all;
    for (auto const at : began_at)
        if (all.empty() || all.back().to < at - repeats_within)
            all.push_back({.from = at - repeats_within, .to = at});
        else
            all.back().to = at;
    return all;
}

std::vector<Repeat> repeats_of(Incident const& incident, std::span<Began const> began)
{
    auto const first = std::ranges::lower_bound(
        began, incident.started_at - repeats_within, {}, &Began::started_at);
    auto const last = std::ranges::lower_bound(began, incident.started_at, {}, &Began::started_at);
    std::vector<Repeat> earlier;
    for (auto const& one : std::ranges::subrange{first, last} | std::views::reverse) {
        if (one.account && one.account != incident.account)
            continue;
        if (!touches(incident, one.service))
            continue;
        if (!earlier.empty() && earlier.back().incident == one.incident)
            earlier.back().services.push_back(one.service);
        else if (earlier.size() == most_repeats)
            break;
        else
            earlier.push_back({.incident = one.incident, .services = {one.service}});
    }
    return earlier;
}

}  // namespace tellfirst::status
