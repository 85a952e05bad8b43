#pragma once
// The SQL of webhooks themselves.
#include "db/db.hpp"
#include "notify/webhooks/next.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// A webhook with what stays inside.
struct Endpoint : Webhook {
    db::Blob secret;  // locked away
    std::optional<db::Blob> old_secret;
    std::optional<Instant> old_until;
    std::int64_t failures = 0;
    std::optional<Instant> not_before;
    std::int64_t leased_by = 0;
    Instant leased_until;  // by the machine's clock

    [[nodiscard]] WebhookHealth health() const
    {
        return {.failing_since = failing_since, .failures = failures, .not_before = not_before};
    }
};
BOOST_DESCRIBE_STRUCT(
    Endpoint, (Webhook),
    (secret, old_secret, old_until, failures, not_before, leased_by, leased_until))

namespace store {

void add_webhook(db::Tx& tx, Endpoint const& endpoint);
[[nodiscard]] std::optional<Endpoint> find_webhook(db::Tx& tx, WebhookId id);
[[nodiscard]] std::vector<Webhook>
webhooks_of(db::Tx& tx, AccountId account, std::optional<WebhookId> after, int limit);
[[nodiscard]] std::int64_t count_webhooks(db::Tx& tx, AccountId account);

// All that a person chooses, its state and the reason for that; and how it has answered lately.
void save_webhook(db::Tx& tx, Webhook const& webhook);
void save_health(db::Tx& tx, WebhookId id, WebhookHealth const& health);
void save_secrets(db::Tx& tx, Endpoint const& endpoint);
void remove_webhook(db::Tx& tx, WebhookId id);

// Who may post to it now. A lease that has run out counts for nothing.
void lease_webhook(db::Tx& tx, WebhookId id, JobId job, Instant until);
void release_webhook(db::Tx& tx, WebhookId id, JobId job);
// How many are being posted to that failed the last time.
[[nodiscard]] std::int64_t count_failing(db::Tx& tx, Instant machine_now);

}  // namespace store
}  // namespace tellfirst::notify
