#pragma once
// One attempt to post something to a webhook.
#include "notify/webhooks/next.hpp"
#include "notify/webhooks/types.hpp"
#include "wire/http/client.hpp"

namespace tellfirst::notify {

struct Post {
    std::string url;
    Dialect dialect = Dialect::standard;
    std::string id;  // webhook-id
    std::string body;
    std::vector<std::string> secrets;
    Instant at;
};

struct Posted {
    WebhookAnswer answer;
    WebhookAttempt attempt;  // as the log keeps it
};

// Waits up to 15 s, or until it is told to stop. Whatever goes wrong is an answer. Nothing is sent
// that no secret signs.
[[nodiscard]] Posted
post(http::Outgoing const& outgoing, Post const& what, std::stop_token stop = {});

}  // namespace tellfirst::notify
