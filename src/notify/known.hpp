#pragma once
// Not everybody who reads an announcement may know of all services that it is about.
#include "notify/types.hpp"

#include <span>

namespace tellfirst::notify {

// By the use of which services somebody may know of those that are hidden, each once.
[[nodiscard]] std::vector<ServiceId> knowable_by(Announcement const& words);

// As an account reads it that uses these: what else is hidden is neither named nor counted.
[[nodiscard]] Announcement known_to(Announcement words, std::span<ServiceId const> used);

}  // namespace tellfirst::notify
