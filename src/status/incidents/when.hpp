#pragma once
#include "status/status.hpp"

namespace tellfirst::status {

// Nobody plans an estimate further ahead than this; it is a slip of the keyboard.
inline constexpr std::chrono::days farthest_when{366};

// What an update says about "when", judged: an ETA, or when the next word comes, or both.
// Errors update.needs_when, update.when_passed, update.when_too_far, eta.one_of ("eta"),
// eta.bad_duration ("eta.within"), eta.bad_range ("eta.from").
[[nodiscard]] Result<notify::When>
when_of(std::optional<Eta> const& eta, std::optional<Instant> next_word_at, Instant now);

// The first promised moment that has passed without a further word; nothing while all is in time.
[[nodiscard]] std::optional<Instant> overdue_since(notify::When const& when, Instant now);

}  // namespace tellfirst::status
