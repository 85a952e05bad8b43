#pragma once
#include "notify/notify.hpp"

namespace tellfirst::status {

// The proof as a table: a header and one line for each delivery, in the proof's order.
[[nodiscard]] std::string proof_csv(notify::Proof const& proof);

}  // namespace tellfirst::status
