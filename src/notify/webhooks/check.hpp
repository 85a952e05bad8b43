#pragma once
#include "notify/webhooks/types.hpp"
#include "wire/http/target.hpp"

namespace tellfirst::notify {

// Errors webhook.needs_topics, webhook.wrong_topic, webhook.too_many_services, and those of
// http::check_url.
[[nodiscard]] Result<void> check(NewWebhook const& wish, http::Outgoing const& outgoing);

}  // namespace tellfirst::notify
