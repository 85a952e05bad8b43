#pragma once
// An announcement tells each reader of what is his: not everybody uses, or may know of, all
// services that it is about.
#include "notify/types.hpp"

#include <span>

namespace tellfirst::notify {

// The services whose use decides what somebody reads, each once.
[[nodiscard]] std::vector<ServiceId> knowable_by(Announcement const& words);

// As an account reads it that uses these: its own services and no others. Of an account that uses
// none of them, as far as we know, all that everybody may know of. What else is hidden is neither
// named nor counted.
[[nodiscard]] Announcement known_to(Announcement words, std::span<ServiceId const> used);

}  // namespace tellfirst::notify
