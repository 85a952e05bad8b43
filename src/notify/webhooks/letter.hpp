#pragma once
#include "accounts/types.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// Tells a contact, in his language, that a webhook of his account hears nothing any more.
[[nodiscard]] Letter disabled_letter(
    Webhook const& webhook, accounts::Contact const& to, accounts::ResolvedBrand const& brand);

}  // namespace tellfirst::notify
