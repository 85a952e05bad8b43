#pragma once
// How fast an announcement leaves. Pure.
#include "kernel/instant.hpp"

#include <optional>

namespace tellfirst::notify {

// Over which the rate is taken: short enough to show a relay that has become slow.
inline constexpr std::chrono::seconds pace_window{10};

struct Recent {
    Instant since;             // the first could leave
    std::int64_t recent = 0;   // were tried within the window before now
    std::int64_t waiting = 0;  // have not come to their end
};

struct Pace {
    double per_second = 0;
    std::optional<std::int64_t> seconds_left;  // none where nothing moves
    bool operator==(Pace const&) const = default;
};

// The first seconds are shorter than the window, but never less than one: a rate of the first
// millisecond says nothing.
[[nodiscard]] Pace pace_of(Recent const& leaving, Instant now);

}  // namespace tellfirst::notify
