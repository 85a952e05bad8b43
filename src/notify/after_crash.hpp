#pragma once
#include "db/house.hpp"
#include "notify/sending_store.hpp"

namespace tellfirst::notify {

// Deliveries of this channel that a dead process left in `sending` come to what its log knows of
// them, or wait again; those of an older epoch are cancelled. The log begins anew.
void settle_after_crash(House const& house, SendingLog& log, Channel channel);

}  // namespace tellfirst::notify
