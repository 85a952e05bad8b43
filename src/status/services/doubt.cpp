#include "status/services/doubt.hpp"

namespace tellfirst::status {

Instant falls_silent(Instant heard_at, std::int64_t checked_every_s)
{
    return heard_at + silent_intervals * std::chrono::seconds{checked_every_s};
}

std::optional<Instant> silent_from(Heard const& heard)
{
    if (!heard.checked_every_s)
        return std::nullopt;
    auto last = heard.confirmed_at;
    for (auto const& sighting : heard.sightings)
        last = std::max(last.value_or(sighting.heard_at), sighting.heard_at);
    return last ? std::optional{falls_silent(*last, *heard.checked_every_s)} : std::nullopt;
}

bool is_silent(Heard const& heard, Instant now)
{
    auto const from = silent_from(heard);
    return heard.checked_every_s && (!from || *from <= now);
}

std::optional<Instant> trouble_since(Heard const& heard, Instant now)
{
    std::optional<Instant> since;
    for (auto const& sighting : heard.sightings) {
        if (sighting.state == ServiceState::operational || sighting.is_judged)
            continue;
        // A watcher that is gone would else be believed for ever.
        if (heard.checked_every_s && falls_silent(sighting.heard_at, *heard.checked_every_s) <= now)
            continue;
        since = std::min(since.value_or(sighting.since), sighting.since);
    }
    return since;
}

}  // namespace tellfirst::status
