#pragma once
#include "db/db.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify::store {

// Why the delivery of this channel that is due next waits although it was due before; nothing
// where none does.
[[nodiscard]] std::optional<std::string> why_waiting(db::Tx& tx, Channel channel);

}  // namespace tellfirst::notify::store
