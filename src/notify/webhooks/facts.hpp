#pragma once
// What is told of webhooks. Addresses stay in the table.
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

struct WebhookAdded {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "WebhookAdded";
    WebhookId webhook;
    AccountId account;
    [[nodiscard]] std::string subject() const { return webhook.text(); }
};
BOOST_DESCRIBE_STRUCT(WebhookAdded, (), (webhook, account))

struct WebhookChanged {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "WebhookChanged";
    WebhookId webhook;
    AccountId account;
    std::int64_t version = 0;
    [[nodiscard]] std::string subject() const { return webhook.text(); }
};
BOOST_DESCRIBE_STRUCT(WebhookChanged, (), (webhook, account, version))

struct WebhookSecretRotated {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "WebhookSecretRotated";
    WebhookId webhook;
    AccountId account;
    [[nodiscard]] std::string subject() const { return webhook.text(); }
};
BOOST_DESCRIBE_STRUCT(WebhookSecretRotated, (), (webhook, account))

struct WebhookRemoved {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "WebhookRemoved";
    WebhookId webhook;
    AccountId account;
    [[nodiscard]] std::string subject() const { return webhook.text(); }
};
BOOST_DESCRIBE_STRUCT(WebhookRemoved, (), (webhook, account))

// By us: it said 410, or answered nothing well for days.
struct WebhookDisabled {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "WebhookDisabled";
    WebhookId webhook;
    AccountId account;
    DisabledBecause because = DisabledBecause::gone;
    [[nodiscard]] std::string subject() const { return webhook.text(); }
};
BOOST_DESCRIBE_STRUCT(WebhookDisabled, (), (webhook, account, because))

}  // namespace tellfirst::notify
