#pragma once
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// The services as nested lists: name, state, ninety days, how we know; of very many the groups that
// are well are folded. Written here and not in a
// template, because there may be hundreds, printed anew with every change.
[[nodiscard]] std::string service_rows(std::vector<ShownService> const& services, View const& view);

// A day as a bar: its height tells the state where colours do not. The days before the service was
// there are only a line on the ground. Beside the picture stands the same in words.
[[nodiscard]] std::string day_bars(ShownService const& service, Texts const& texts);

}  // namespace tellfirst::pages
