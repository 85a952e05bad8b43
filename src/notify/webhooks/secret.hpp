#pragma once
// Secrets of webhooks. They must be read again to sign, so they are locked away and not hashed.
#include "kernel/settings.hpp"
#include "notify/webhooks/endpoint_store.hpp"

namespace tellfirst::notify {

struct MadeSecret {
    std::string text;  // shown once
    db::Blob locked;
};
[[nodiscard]] MadeSecret make_webhook_secret(Settings const& settings, WebhookId webhook);

// The bytes of those that sign at this moment, the newest first. Empty where another house locked
// them away.
[[nodiscard]] std::vector<std::string>
signing_secrets(Settings const& settings, Endpoint const& endpoint, Instant now);

}  // namespace tellfirst::notify
