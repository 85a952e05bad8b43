#pragma once
#include "kernel/instant.hpp"

#include <string>
#include <string_view>

namespace tellfirst::words {

// When a clock on the wall shows that time. Where clocks are set back it does so twice, and where
// they are set forward it is passed over: then the two are an hour or so apart.
struct WallClock {
    Instant first;
    Instant last;
    bool operator==(WallClock const&) const = default;
};

// "2026-11-24T16:30", with or without seconds, as a browser's form sends it. Nothing where it is no
// such time, where nobody knows the zone, or outside of the years 1970 to 9999.
[[nodiscard]] std::optional<WallClock>
read_wall_clock(std::string_view text, std::string const& zone);

}  // namespace tellfirst::words
