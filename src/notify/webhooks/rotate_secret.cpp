#include "notify/webhooks/desk.hpp"
#include "notify/webhooks/facts.hpp"
#include "notify/webhooks/secret.hpp"

namespace tellfirst::notify {
namespace {

// Long enough to bring the new secret to every machine of a receiver by hand.
constexpr std::chrono::hours both_sign{24};

}  // namespace

Result<RotatedSecret> rotate_webhook_secret(Call& call, WebhookKey const& key)
{
    auto endpoint = find_endpoint(call.tx, key);
    if (!endpoint)
        return endpoint.error();
    auto made = make_webhook_secret(call.settings, endpoint->id);
    endpoint->old_secret = std::exchange(endpoint->secret, std::move(made.locked));
    endpoint->old_until = call.now + both_sign;
    store::save_secrets(call.tx, *endpoint);
    call.tell(WebhookSecretRotated{.webhook = key.webhook, .account = key.account});
    return RotatedSecret{.secret = std::move(made.text), .old_until = *endpoint->old_until};
}

}  // namespace tellfirst::notify
