#include "notify/holds/hold_store.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/desk.hpp"
#include "notify/webhooks/schedule.hpp"

namespace tellfirst::notify {

Result<void> replay_webhook(Call& call, WebhookKey const& key, WebhookDeliveryId delivery)
{
    auto const webhook = find_webhook(call.tx, key);
    if (!webhook)
        return webhook.error();
    auto post = store::find_post(call.tx, delivery);
    if (!post || post->webhook != key.webhook)
        return not_found("delivery");
    if (webhook->state == WebhookState::disabled)
        return conflict("webhook.disabled", "This webhook is disabled. Switch it on first.");
    if (post->due_at)
        return {};  // it waits already
    auto const hold = store::find_hold(call.tx, {.brand = post->brand, .notice = post->notice});
    if (hold && !hold->released_at)
        return conflict("delivery.not_released", "Its partner never released this word.");
    post->state = State::queued;
    post->step = 0;
    post->ready_at = call.now;
    post->due_at = call.now;
    store::save_post(call.tx, *post, std::nullopt, call.now);
    schedule(call, key.webhook);
    return {};
}

}  // namespace tellfirst::notify
