#pragma once
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// What stands on the page of everybody and on that of one person: now, known, planned, past and the
// services, with the colour and sign of the worst of them.
[[nodiscard]] JsonObject blocks_view(StatusPage const& page, View const& view);

}  // namespace tellfirst::pages
