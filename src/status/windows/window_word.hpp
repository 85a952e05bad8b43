#pragma once
// Inside status: what planning and cancelling a window have in common.
#include "status/status.hpp"

namespace tellfirst::status {

// Saves the window's text as its newest word and tells those whom it concerns: of a plan whoever is
// exposed, of its end whoever heard of the plan.
struct WindowWord {
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
void say(Call& call, Window const& window, WindowWord const& word);

}  // namespace tellfirst::status
