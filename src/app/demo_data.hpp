#pragma once
#include "db/call.hpp"

namespace tellfirst::app {

// A small photo host: two plans, three services, fifty accounts with different exposure and
// topics, and one open incident that promises its next word. For an empty house.
void furnish(Call& call);

}  // namespace tellfirst::app
