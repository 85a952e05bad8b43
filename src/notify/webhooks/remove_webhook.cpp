#include "notify/finish.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/desk.hpp"
#include "notify/webhooks/facts.hpp"

namespace tellfirst::notify {

Result<Webhook> remove_webhook(Call& call, WebhookKey const& key)
{
    auto const webhook = find_webhook(call.tx, key);
    if (!webhook)
        return webhook.error();
    store::end_posts(
        call.tx, key.webhook,
        {.state = State::cancelled, .reason = "the webhook was removed", .at = call.now});
    store::remove_webhook(call.tx, key.webhook);
    finish_over(call);
    call.tell(WebhookRemoved{.webhook = key.webhook, .account = key.account});
    return *webhook;
}

}  // namespace tellfirst::notify
