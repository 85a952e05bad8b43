#pragma once
#include "notify/webhooks/payload.hpp"

namespace tellfirst::notify {

// As Statuspage posts an incident or maintenance, with the services that it is about as components.
// One without its own id (an older word's) is not listed.
[[nodiscard]] JsonObject statuspage_body(PayloadOf const& of, Announcement const& words);
// The same without an incident.
[[nodiscard]] JsonObject statuspage_ping(PayloadOf const& of);

}  // namespace tellfirst::notify
