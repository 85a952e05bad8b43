#include "notify/webhooks/freeze.hpp"

#include "notify/fanout/stop_store.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/payload.hpp"
#include "notify/webhooks/schedule.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::notify {
namespace {

// Announcements before this one; a preview comes after all that there are.
constexpr NoticeId none_yet{std::numeric_limits<std::int64_t>::max()};

// Trouble of one account is told to it, whatever it uses.
bool wants(store::Listening const& webhook, Target const& target)
{
    if (std::ranges::find(webhook.topics, target.topic) == webhook.topics.end())
        return false;
    if (!webhook.services || target.account)
        return true;
    return std::ranges::find_first_of(*webhook.services, target.services) !=
           webhook.services->end();
}

// No webhook may ask for news.
std::vector<store::Listening> told_by(db::Tx& tx, Target const& target, NoticeId before)
{
    if (target.reach == Reach::readers)
        return {};
    auto all = store::webhooks_listening(tx, target, before);
    std::erase_if(all, [&](auto const& webhook) { return !wants(webhook, target); });
    return all;
}

std::string host_of(std::string_view url)
{
    auto const from = url.find("://") + 3;
    return http::host_name(url.substr(from, url.find_first_of("/?#", from) - from));
}

}  // namespace

std::size_t
freeze_webhooks(Call& call, Notice const& notice, Announcement const& words, Target const& target)
{
    std::vector<WebhookPost> posts;
    for (auto const& webhook : told_by(call.tx, target, notice.id))
        posts.push_back(
            {.id = call.new_id<WebhookDeliveryId>(),
             .webhook = webhook.id,
             .notice = notice.id,
             .about = notice.about,
             .type = type_of(words),
             .made_at = call.now,
             .ready_at = notice.due_at,
             .due_at = notice.due_at,
             .account = webhook.account,
             .brand = webhook.brand,
             .host = host_of(webhook.url)});
    if (posts.empty())
        return 0;
    store::add_posts(call.tx, posts);
    store::supersede_posts(call.tx, notice);
    for (auto const& post : posts)
        schedule(call, post.webhook);
    return posts.size();
}

std::int64_t count_webhooks_told(db::Tx& tx, Target const& target)
{
    return std::ssize(told_by(tx, target, none_yet));
}

void take_back_posts(Call& call, NoticeId notice)
{
    store::cut_posts(
        call.tx, notice,
        {.state = State::cancelled, .reason = store::was_taken_back, .at = call.now});
    store::let_earlier_posts_go_on(call.tx, notice);
}

void cut_posts(Call& call, NoticeId notice)
{
    store::cut_posts(
        call.tx, notice,
        {.state = State::cancelled, .reason = store::rest_cancelled, .at = call.now});
}

void schedule_webhooks(Call& call, NoticeId notice)
{
    constexpr auto all = std::numeric_limits<std::int64_t>::max();
    (void)schedule_webhooks_after(call, notice, WebhookId{1}, all);
}

std::optional<WebhookId>
schedule_webhooks_after(Call& call, NoticeId notice, WebhookId after, std::int64_t webhooks)
{
    auto const some = store::posted_to(call.tx, notice, after, webhooks);
    for (auto const webhook : some)
        schedule(call, webhook);
    return some.empty() ? std::nullopt : std::optional{some.back()};
}

}  // namespace tellfirst::notify
