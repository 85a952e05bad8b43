#pragma once
// What has changed from one word to the next. Pure.
#include "notify/previews/types.hpp"
#include "notify/texts.hpp"

namespace tellfirst::notify {

// In the order in which a mail says it; what is the same is left out. Moments stand as who reads
// both now sees them.
[[nodiscard]] std::vector<Change> changes_between(
    Announcement const& before, Announcement const& after, Instant now, Reader const& reader);

}  // namespace tellfirst::notify
