#include "notify/webhooks/disable.hpp"

#include "accounts/accounts.hpp"
#include "notify/finish.hpp"
#include "notify/notify.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/facts.hpp"
#include "notify/webhooks/letter.hpp"

namespace tellfirst::notify {

void disable(Call& call, Webhook webhook, DisabledBecause because)
{
    webhook.state = WebhookState::disabled;
    webhook.disabled_because = because;
    ++webhook.version;
    store::save_webhook(call.tx, webhook);
    store::end_posts(
        call.tx, webhook.id,
        {.state = State::failed, .reason = "the webhook is disabled", .at = call.now});
    finish_over(call);
    call.tell(
        WebhookDisabled{.webhook = webhook.id, .account = webhook.account, .because = because});
    auto const account = accounts::find_account(call.tx, webhook.account);
    if (!account)
        return;
    for (auto const& contact : account->contacts)
        send(call, disabled_letter(webhook, contact, accounts::brand_of(call, contact.id)));
}

}  // namespace tellfirst::notify
