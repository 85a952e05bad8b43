#pragma once
#include "notify/webhooks/endpoint_store.hpp"

namespace tellfirst::notify {

// Nothing is posted there any more, and the account's contacts are told by mail.
void disable(Call& call, Webhook webhook, DisabledBecause because);

}  // namespace tellfirst::notify
