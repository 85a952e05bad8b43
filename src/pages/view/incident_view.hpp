#pragma once
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// When will it work, when comes the next word? Sentences as markup; a promise that has passed is
// not repeated, an estimate that was moved says so.
[[nodiscard]] std::vector<std::string> outlook(ShownIncident const& incident, View const& view);

// "It was 15:30, and has moved once."; "" where it has not moved.
[[nodiscard]] std::string
moved_sentence(std::vector<status::GivenEta> const& history, View const& view);

// One that goes on, as it stands under "Now", with its newest word.
[[nodiscard]] JsonObject open_view(ShownIncident const& incident, View const& view);
// One that is over, as a line under "Past".
[[nodiscard]] JsonObject past_view(ShownIncident const& incident, View const& view);
// All that is known of it, with every word.
[[nodiscard]] JsonObject whole_view(ShownIncident const& incident, View const& view);

}  // namespace tellfirst::pages
