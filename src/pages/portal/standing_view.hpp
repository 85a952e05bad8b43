#pragma once
// An account's month against its plan, in words that a customer understands, to the second.
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// The month that goes on.
[[nodiscard]] JsonObject standing_view(status::Standing const& standing, View const& view);

// Any month, as one line.
[[nodiscard]] JsonObject month_view(status::Standing const& standing, View const& view);

}  // namespace tellfirst::pages
