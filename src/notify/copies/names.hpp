#pragma once
#include "db/call.hpp"

namespace tellfirst::notify {

// Whatever tells a reader whose service it is: names, hosts and addresses of all brands.
[[nodiscard]] std::vector<std::string> names_of_brands(Call& call);

}  // namespace tellfirst::notify
