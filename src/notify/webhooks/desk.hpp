#pragma once
// What adding and changing a webhook have in common.
#include "notify/webhooks/endpoint_store.hpp"
#include "notify/webhooks/webhooks.hpp"
#include "wire/http/target.hpp"

namespace tellfirst::notify {

// Is it a good wish? Errors of check.
[[nodiscard]] Result<void> well_wished(WebhookDesk const& desk, NewWebhook const& wish);
// And does its address answer, where it is to be active? Errors of ping, too.
[[nodiscard]] Result<void> prove(WebhookDesk const& desk, Endpoint const& endpoint);

[[nodiscard]] Result<Endpoint> find_endpoint(db::Tx& tx, WebhookKey const& key);

}  // namespace tellfirst::notify
