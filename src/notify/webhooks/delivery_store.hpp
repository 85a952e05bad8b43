#pragma once
// The SQL of what is posted to webhooks.
#include "db/db.hpp"
#include "notify/store.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// A delivery as the sending side sees it.
struct WebhookPost {
    WebhookDeliveryId id;
    WebhookId webhook;
    NoticeId notice;
    std::string about;
    std::string type;
    State state = State::queued;
    Instant made_at;
    Instant ready_at;
    std::optional<Instant> due_at;
    std::int64_t step = 0;
    std::int64_t tries = 0;
    AccountId account;  // as of the moment it was announced, like these:
    BrandId brand;
    std::string host;
};
BOOST_DESCRIBE_STRUCT(
    WebhookPost, (),
    (id, webhook, notice, about, type, state, made_at, ready_at, due_at, step, tries, account,
     brand, host))

namespace store {

// Active webhooks of those whom this announcement is for: the rule of audience_store.cpp, by
// account. Their topics and services are not looked at.
struct Listening {
    WebhookId id;
    std::vector<accounts::Topic> topics;
    std::optional<std::vector<ServiceId>> services;
    AccountId account;
    BrandId brand;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(Listening, (), (id, topics, services, account, brand, url))
[[nodiscard]] std::vector<Listening>
webhooks_listening(db::Tx& tx, Target const& target, NoticeId before);

void add_posts(db::Tx& tx, std::vector<WebhookPost> const& posts);
// Waiting ones of earlier announcements, where this one goes, too. What is being sent goes on.
void supersede_posts(db::Tx& tx, Notice const& notice);

[[nodiscard]] std::optional<WebhookPost> find_post(db::Tx& tx, WebhookDeliveryId id);
// The oldest that has not come to its end, and the earliest moment at which any of them is due;
// what is held, paused or not approved yet is passed over. So is, as the oldest, what has failed
// too often to keep others waiting and is not due yet.
[[nodiscard]] std::optional<WebhookPost> first_post(db::Tx& tx, WebhookId webhook, Instant now);
[[nodiscard]] std::optional<Instant> first_due_post(db::Tx& tx, WebhookId webhook);
// The later word about the same that waits for the same webhook.
[[nodiscard]] std::optional<NoticeId> overtaken_by(db::Tx& tx, WebhookPost const& post);
// It has failed, and the later one takes its place.
void supersede_post(db::Tx& tx, WebhookPost const& post, NoticeId later, Instant now);

// Its state and how far it is; `reason` absent says nothing.
void save_post(
    db::Tx& tx, WebhookPost const& post, std::optional<std::string_view> reason, Instant now);
void keep_attempt(db::Tx& tx, WebhookPost const& post, WebhookAttempt const& attempt);
// Nothing waits any longer than until it is ready; or not shorter than until `due_at`.
void let_posts_go(db::Tx& tx, WebhookId webhook);
void hold_posts(db::Tx& tx, WebhookId webhook, Instant due_at);

// All that waits ends in this way: of a webhook, or only what is of an older data epoch (the backup
// that it comes from does not know whether it was sent).
void end_posts(db::Tx& tx, WebhookId webhook, Ended const& ended);
// Answers how many.
std::int64_t end_older_posts(db::Tx& tx, WebhookId webhook, Instant now);

// Ends what waits of it. What it had taken the place of waits again.
void cut_posts(db::Tx& tx, NoticeId notice, Ended const& ended);
void let_earlier_posts_go_on(db::Tx& tx, NoticeId notice);
[[nodiscard]] bool has_more_posts(db::Tx& tx, NoticeId notice, std::int64_t than);
// So many of the webhooks behind this one, in their order.
[[nodiscard]] std::vector<WebhookId>
posted_to(db::Tx& tx, NoticeId notice, WebhookId after, std::int64_t most);

// Newest first; each with its newest attempts.
inline constexpr std::int64_t most_attempts_kept = 20;
[[nodiscard]] std::vector<WebhookDelivery>
posts_of(db::Tx& tx, WebhookId webhook, std::optional<WebhookDeliveryId> before, int limit);

// Those that came to their end and were made before then, the oldest first, with their attempts.
void forget_posts(db::Tx& tx, Instant made_before, std::int64_t most);

}  // namespace store
}  // namespace tellfirst::notify
