#include "status/incidents/first_seen.hpp"

#include "status/incidents/incident_store.hpp"

#include <algorithm>

namespace tellfirst::status {
namespace {

// How long we knew before the first customer; nothing where no customer said so.
std::optional<Duration> lead_of(FirstSight const& seen)
{
    bool const by_customer = seen.by == SeenBy::customer;
    auto const we = by_customer ? seen.created_at : seen.at.value_or(seen.created_at);
    auto const he = by_customer ? seen.at : seen.customer_at;
    return he ? std::optional{*he - we} : std::nullopt;
}

// Between the two in the middle where there are two.
std::optional<std::int64_t> median_s(std::vector<Duration> leads)
{
    if (leads.empty())
        return std::nullopt;
    std::ranges::sort(leads);
    auto const middle = leads.size() / 2;
    auto const median =
        leads.size() % 2 == 1 ? leads[middle] : (leads[middle - 1] + leads[middle]) / 2;
    return std::chrono::floor<std::chrono::seconds>(median).count();
}

}  // namespace

FirstSeenReport first_seen_report(std::span<FirstSight const> sightings)
{
    FirstSeenReport report{.incidents = std::ssize(sightings)};
    std::vector<Duration> leads;
    for (auto const& seen : sightings) {
        report.by_monitor += seen.by == SeenBy::monitor ? 1 : 0;
        report.by_us += seen.by == SeenBy::us ? 1 : 0;
        report.by_customer += seen.by == SeenBy::customer ? 1 : 0;
        if (auto const lead = lead_of(seen))
            leads.push_back(*lead);
    }
    report.median_lead_s = median_s(std::move(leads));
    return report;
}

FirstSeenReport first_seen_report(db::Tx& tx, Instant from, Instant to)
{
    return first_seen_report(store::sightings(tx, from, to));
}

}  // namespace tellfirst::status
