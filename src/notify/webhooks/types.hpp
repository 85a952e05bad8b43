#pragma once
// Webhooks: addresses of a customer's programs, to which we post what we announce.
#include "notify/types.hpp"

namespace tellfirst::notify {

struct WebhookTag {
    static constexpr std::string_view prefix = "whk";
};
using WebhookId = Id<WebhookTag>;

struct WebhookDeliveryTag {
    static constexpr std::string_view prefix = "whd";
};
using WebhookDeliveryId = Id<WebhookDeliveryTag>;  // also the webhook-id of what is posted

// standard: {type, timestamp, data}, as Standard Webhooks 1.0.0 wants it. statuspage: as Statuspage
// posts it. The rest are rooms of chats, by their incoming webhooks (webhooks/chat/). All are
// signed.
enum class Dialect { standard, statuspage, slack, teams, discord, mattermost, matrix };
BOOST_DESCRIBE_ENUM(Dialect, standard, statuspage, slack, teams, discord, mattermost, matrix)

enum class WebhookState { active, disabled };
BOOST_DESCRIBE_ENUM(WebhookState, active, disabled)

// Why we disabled one ourselves: it answered 410, or nothing well for five days.
enum class DisabledBecause { gone, silent };
BOOST_DESCRIBE_ENUM(DisabledBecause, gone, silent)

struct NewWebhook {
    static constexpr std::array<std::string_view, 1> required{"url"};
    std::string url;
    Dialect dialect = Dialect::standard;
    std::vector<accounts::Topic> topics{
        accounts::Topic::planned, accounts::Topic::unplanned, accounts::Topic::recovery};
    // Only what is announced about one of these; absent = all that the account uses.
    std::optional<std::vector<ServiceId>> services;
    WebhookState state = WebhookState::active;
};
BOOST_DESCRIBE_STRUCT(NewWebhook, (), (url, dialect, topics, services, state))

struct Webhook : NewWebhook {
    WebhookId id;
    AccountId account;
    std::optional<DisabledBecause> disabled_because;
    std::optional<Instant> failing_since;  // no attempt has been answered well since
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Webhook, (NewWebhook), (id, account, disabled_because, failing_since, created_at, version))

// Shown this once: "whsec_" and base64.
struct WebhookWithSecret : Webhook {
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(WebhookWithSecret, (Webhook), (secret))

// The old secret signs along for as long as receivers may still know it alone.
struct RotatedSecret {
    std::string secret;
    Instant old_until;
};
BOOST_DESCRIBE_STRUCT(RotatedSecret, (), (secret, old_until))

struct WebhookAttempt {
    Instant at;
    std::optional<std::int64_t> status;  // absent: nobody answered
    std::int64_t ms = 0;
    std::string answer;  // its first bytes, or why there is none
    bool operator==(WebhookAttempt const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WebhookAttempt, (), (at, status, ms, answer))

struct WebhookDelivery {
    WebhookDeliveryId id;
    NoticeId notice;
    std::string about;
    std::string type;  // "incident.resolved"
    State state = State::queued;
    std::optional<std::string> reason;
    Instant made_at;
    std::optional<Instant> due_at;  // of the next attempt, where there is one
    std::optional<Instant> at;      // of the outcome
    std::vector<WebhookAttempt> attempts;
};
BOOST_DESCRIBE_STRUCT(
    WebhookDelivery, (), (id, notice, about, type, state, reason, made_at, due_at, at, attempts))

}  // namespace tellfirst::notify
