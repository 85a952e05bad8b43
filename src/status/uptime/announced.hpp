#pragma once
// When was each moment of a piece of maintenance announced? Pure.
#include "status/uptime/timeline.hpp"

namespace tellfirst::status {

// A time that was said of a window. What stood on the page alone was told to nobody.
struct SaidTime {
    Instant said_at;
    Period period;
    bool is_told = true;
};

// The maintenance as it was, cut where its announcement changes and nowhere else: the notice of a
// piece runs until the piece begins, so that no cut may make it longer. A moment was announced when
// it was first said, if all that was said since holds it, too: what is moved and comes back was
// announced anew, and so was all of what is moved to begin earlier. `said` is in the order of
// saying.
[[nodiscard]] std::vector<Planned>
announced(Period const& maintenance, std::span<SaidTime const> said);

}  // namespace tellfirst::status
