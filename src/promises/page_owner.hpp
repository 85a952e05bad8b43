#pragma once
#include "promises/promises.hpp"

namespace tellfirst::promises {

// Pages the owner of a late promise; where it has none, or he is disabled, whoever is on duty.
void page_owner(Call& call, Promise const& promise);

}  // namespace tellfirst::promises
