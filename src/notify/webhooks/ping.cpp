#include "notify/webhooks/ping.hpp"

#include "notify/webhooks/payload.hpp"
#include "notify/webhooks/post.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::notify {

Result<void> ping(http::Outgoing const& outgoing, Ping const& what)
{
    auto const body = ping_payload(
        {.dialect = what.dialect, .brand = what.brand, .said_at = what.at}, what.webhook);
    auto const posted = post(
        outgoing, {.url = what.url,
                   .id = what.webhook.text(),
                   .body = body,
                   .secrets = what.secrets,
                   .at = what.at});
    auto const status = posted.answer.status;
    if (status && *status >= 200 && *status <= 299)
        return {};
    auto const said = status ? fmt::format("It answered {} {}", *status, http::phrase_of(*status))
                             : posted.attempt.answer;
    return invalid(
        "webhook.ping_failed", "url",
        fmt::format(
            "{}{} A webhook must answer our ping with 200 to 299.", said, status ? "." : ""));
}

}  // namespace tellfirst::notify
