#pragma once
#include "accounts/types.hpp"
#include "notify/webhooks/types.hpp"
#include "wire/http/target.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::notify {

struct Ping {
    WebhookId webhook;
    std::string url;
    Dialect dialect = Dialect::standard;
    std::vector<std::string> secrets;
    accounts::ResolvedBrand brand;
    words::Reader reader;
    Instant at;
};

// Error webhook.ping_failed says in words what came back.
[[nodiscard]] Result<void> ping(http::Outgoing const& outgoing, Ping const& what);

}  // namespace tellfirst::notify
