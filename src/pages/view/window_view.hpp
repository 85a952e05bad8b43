#pragma once
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// Those that run belong to what is now; all others to what is planned.
struct WindowsView {
    JsonArray running;
    JsonArray planned;
};
[[nodiscard]] WindowsView windows_view(std::vector<ShownWindow> const& windows, View const& view);

// All that is known of one, with every word.
[[nodiscard]] JsonObject whole_view(ShownWindow const& window, View const& view);

// One that is over or was cancelled, as a line under "Past".
[[nodiscard]] JsonObject past_view(ShownWindow const& window, View const& view);

// A recurring window: the last few and the next few times, each with what became of it, and how
// many of all were used.
[[nodiscard]] JsonObject series_view(ShownSeries const& series, View const& view);

}  // namespace tellfirst::pages
