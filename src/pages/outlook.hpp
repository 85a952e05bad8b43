#pragma once
// When will it work, when comes the next word? The same sentences for everybody who says them.
#include "pages/status_page.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {

// How a moment is written: in UTC in a feed, for the reader's own script in a banner.
using MomentText = std::function<std::string(Instant)>;

// What was promised, what of it has passed, what comes next. `now` decides what has passed.
[[nodiscard]] std::vector<std::string> outlook_sentences(
    ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment);

}  // namespace tellfirst::pages
