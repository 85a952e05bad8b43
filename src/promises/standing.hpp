#pragma once
// How a promise stands at a moment: pure rules.
#include "promises/promises.hpp"

namespace tellfirst::promises {

// Past its due moment; at the very moment it still counts as in time.
[[nodiscard]] bool is_missed(Promise const& promise, Instant now);

// What it becomes when it is done now: kept, or late where it was missed before.
[[nodiscard]] State state_when_done(Promise const& promise, Instant now);

// What it becomes when it ends undone now: withdrawn in time, broken where it was missed before.
[[nodiscard]] State state_when_dropped(Promise const& promise, Instant now);

// When the day of `now` ends in that zone; a zone that nobody knows is UTC.
[[nodiscard]] Instant next_midnight(Instant now, std::string const& zone);

}  // namespace tellfirst::promises
