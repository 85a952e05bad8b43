#pragma once
#include "notify/store.hpp"

namespace tellfirst::notify {

// Closes a notice of which nothing is waiting or being sent any more, and tells it of an
// announcement. Only the first time counts.
void finish(Call& call, Notice const& notice);
// The same, where nobody knows yet whether anything waits.
void finish_if_over(Call& call, Notice const& notice);

}  // namespace tellfirst::notify
