#pragma once
// When something is posted to a webhook next. One job for each webhook that waits.
#include "notify/webhooks/endpoint_store.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view webhook_job = "notify.webhook";

struct WebhookJob {
    WebhookId webhook;
};
BOOST_DESCRIBE_STRUCT(WebhookJob, (), (webhook))

// The oldest waiting word goes first, but when the first of all is due: a new word has an address
// tried again that has just failed. Nothing where nothing waits.
[[nodiscard]] std::optional<Instant> next_attempt_at(Call& call, Endpoint const& endpoint);

// Queues the job for that moment; nothing where nothing waits.
void schedule(Call& call, WebhookId webhook);

}  // namespace tellfirst::notify
