#include "notify/webhooks/secret.hpp"

#include "kernel/digest.hpp"
#include "kernel/secret_box.hpp"
#include "wire/webhook/standard.hpp"

namespace tellfirst::notify {
namespace {

// No secret can be given to another webhook.
std::string key_of(Settings const& settings, WebhookId webhook)
{
    return hmac_sha256(settings.secret, "secret of webhook " + webhook.text());
}

}  // namespace

MadeSecret make_webhook_secret(Settings const& settings, WebhookId webhook)
{
    auto const bytes = random_bytes(webhook::secret_bytes);
    return {
        .text = webhook::secret_text(bytes),
        .locked = {lock_away(key_of(settings, webhook), bytes)}};
}

std::vector<std::string>
signing_secrets(Settings const& settings, Endpoint const& endpoint, Instant now)
{
    auto const key = key_of(settings, endpoint.id);
    std::vector<std::string> secrets;
    if (auto bytes = unlock(key, endpoint.secret.bytes))
        secrets.push_back(*std::move(bytes));
    if (endpoint.old_secret && endpoint.old_until && now < *endpoint.old_until)
        if (auto bytes = unlock(key, endpoint.old_secret->bytes))
            secrets.push_back(*std::move(bytes));
    return secrets;
}

}  // namespace tellfirst::notify
