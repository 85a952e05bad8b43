#include "notify/webhooks/freeze.hpp"

#include "notify/fanout/stop_store.hpp"

#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/payload.hpp"
#include "notify/webhooks/schedule.hpp"

namespace tellfirst::notify {
namespace {

// Trouble of one account is told to it, whatever it uses.
bool wants(store::Listening const& webhook, Announcement const& words)
{
    if (std::ranges::find(webhook.topics, words.topic) == webhook.topics.end())
        return false;
    if (!webhook.services || words.account)
        return true;
    return std::ranges::find_first_of(*webhook.services, words.services) != webhook.services->end();
}

}  // namespace

void freeze_webhooks(
    Call& call, Notice const& notice, Announcement const& words, Target const& target)
{
    std::vector<WebhookPost> posts;
    for (auto const& webhook : store::webhooks_listening(call.tx, target, notice.id))
        if (wants(webhook, words))
            posts.push_back(
                {.id = call.new_id<WebhookDeliveryId>(),
                 .webhook = webhook.id,
                 .notice = notice.id,
                 .about = notice.about,
                 .type = type_of(words),
                 .made_at = call.now,
                 .ready_at = notice.due_at,
                 .due_at = notice.due_at});
    if (posts.empty())
        return;
    store::add_posts(call.tx, posts);
    store::supersede_posts(call.tx, notice);
    for (auto const& post : posts)
        schedule(call, post.webhook);
}

bool has_begun_posting(db::Tx& tx, NoticeId notice)
{
    return store::has_begun_posting(tx, notice);
}

void cancel_webhooks(Call& call, NoticeId notice)
{
    for (auto const webhook : store::cancel_posts(call.tx, notice, call.now))
        schedule(call, webhook);
}

void schedule_webhooks(Call& call, NoticeId notice)
{
    for (auto const webhook : store::posted_to(call.tx, notice))
        schedule(call, webhook);
}

void cut_webhooks(Call& call, NoticeId notice)
{
    store::cut_posts(
        call.tx, notice,
        {.state = State::cancelled, .reason = store::rest_cancelled, .at = call.now});
    schedule_webhooks(call, notice);
}

}  // namespace tellfirst::notify
