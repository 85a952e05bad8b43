#include "notify/webhooks/schedule.hpp"

#include "jobs/jobs.hpp"
#include "notify/webhooks/delivery_store.hpp"

namespace tellfirst::notify {

std::optional<Instant> next_attempt_at(Call& call, Endpoint const& endpoint)
{
    auto const first = store::first_post(call.tx, endpoint.id, call.now);
    auto const due_at = store::first_due_post(call.tx, endpoint.id);
    if (!due_at)
        return std::nullopt;
    auto const ready_at = first ? first->ready_at : *due_at;
    return std::max({*due_at, ready_at, endpoint.not_before.value_or(Instant{})});
}

void schedule(Call& call, WebhookId webhook)
{
    auto const endpoint = store::find_webhook(call.tx, webhook);
    if (!endpoint || endpoint->state == WebhookState::disabled)
        return;
    auto const at = next_attempt_at(call, *endpoint);
    if (!at)
        return;
    jobs::later(
        call, {.kind = webhook_job,
               .body = to_json(WebhookJob{webhook}),
               .due_at = *at,
               .key = webhook.text()});
}

}  // namespace tellfirst::notify
