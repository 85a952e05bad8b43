#pragma once
// Inside status: windows start and finish by themselves.
#include "status/status.hpp"

namespace tellfirst::status {

inline constexpr std::string_view window_job = "status.window";

// Wakes the window when its next moment has come.
void set_timer(Call& call, Window const& window);

// Starts it, or finishes it, or both where we slept through it; too early it only sets its timer.
void advance(Call& call, WindowId id);

}  // namespace tellfirst::status
