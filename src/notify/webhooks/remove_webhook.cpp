#include "notify/webhooks/desk.hpp"
#include "notify/webhooks/facts.hpp"

namespace tellfirst::notify {

Result<Webhook> remove_webhook(Call& call, WebhookKey const& key)
{
    auto const webhook = find_webhook(call.tx, key);
    if (!webhook)
        return webhook.error();
    store::remove_webhook(call.tx, key.webhook);
    call.tell(WebhookRemoved{.webhook = key.webhook, .account = key.account});
    return *webhook;
}

}  // namespace tellfirst::notify
