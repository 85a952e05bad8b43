#pragma once
// Webhooks' part of the door: what customers' programs hear.
#include "db/db.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::http {
struct Outgoing;
class Table;
}  // namespace tellfirst::http

namespace tellfirst::jobs {
class Board;
}

namespace tellfirst::notify {

// Whoever adds or changes a webhook waits until its address has answered a ping.
struct WebhookDesk {
    House const& house;
    Actor const& actor;
    http::Outgoing const& outgoing;  // what may be reached
};

// Errors account.not_found, webhook.needs_topics, webhook.wrong_topic, webhook.too_many_services,
// webhook.too_many, webhook.ping_failed, and those of http::check_url and check_addresses.
[[nodiscard]] Result<WebhookWithSecret>
add_webhook(WebhookDesk const& desk, AccountId account, NewWebhook const& wish);

// A webhook of an account. Error webhook.not_found stands for every wrong pair.
struct WebhookKey {
    AccountId account;
    WebhookId webhook;
};
[[nodiscard]] Result<Webhook> find_webhook(db::Tx& tx, WebhookKey const& key);

// Pings again where it is new what is asked: an address, a dialect, to be active. `version` from
// If-Match. Errors as above.
[[nodiscard]] Result<Webhook> change_webhook(
    WebhookDesk const& desk, WebhookKey const& key, NewWebhook const& wish,
    std::optional<std::int64_t> version);

[[nodiscard]] Result<Webhook> remove_webhook(Call& call, WebhookKey const& key);

// The old secret signs along for a day.
[[nodiscard]] Result<RotatedSecret> rotate_webhook_secret(Call& call, WebhookKey const& key);

// Posts a delivery that came to its end once more, with the same webhook-id. Errors
// delivery.not_found, delivery.not_released (409), webhook.disabled (409).
[[nodiscard]] Result<void>
replay_webhook(Call& call, WebhookKey const& key, WebhookDeliveryId delivery);

// Forgets posts that came to their end, with their attempts, 90 days after they were made; some at
// a time, oldest first.
void forget_old_posts(Call& call);

// The routes of all this, and the job that posts. Both keep what they are given.
void add_webhook_routes(http::Table& table, http::Outgoing const& outgoing);
void add_webhook_jobs(jobs::Board& board, http::Outgoing const& outgoing);

}  // namespace tellfirst::notify
