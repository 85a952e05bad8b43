#pragma once
#include "status/status.hpp"

namespace tellfirst::status {

// Errors incident.seen_later, incident.too_long_ago, incident.too_long.
[[nodiscard]] Result<void>
check_first_seen(Call const& call, std::optional<FirstSeen> const& first_seen);

// Errors incident.not_found, incident.published (409), incident.merged (409), incident.dismissed
// (409), input.stale.
[[nodiscard]] Result<Incident>
find_suspected(Call& call, IncidentId id, std::optional<std::int64_t> version);

// No watcher sees trouble on this service any more: what one of them suspected of it alone is over,
// so that the next trouble is suspected anew, with its own beginning.
void pass_by(Call& call, ServiceId service);

}  // namespace tellfirst::status
