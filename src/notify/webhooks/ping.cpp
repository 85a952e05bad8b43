#include "notify/webhooks/ping.hpp"

#include "notify/webhooks/payload.hpp"
#include "notify/webhooks/post.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::notify {

Result<void> ping(http::Outgoing const& outgoing, Ping const& what)
{
    auto const body = ping_payload(
        {.dialect = what.dialect, .brand = what.brand, .said_at = what.at, .reader = what.reader},
        what.webhook);
    auto const posted = post(
        outgoing, {.url = what.url,
                   .dialect = what.dialect,
                   .id = what.webhook.text(),
                   .body = body,
                   .secrets = what.secrets,
                   .at = what.at});
    if (is_success(posted.answer))
        return {};
    auto const status = posted.answer.status;
    auto const said = status ? fmt::format(
                                   "It answered {} {}{}", *status, http::phrase_of(*status),
                                   posted.answer.is_understood ? "" : ", but did not say \"ok\"")
                             : posted.attempt.answer;
    return invalid(
        "webhook.ping_failed", "url",
        fmt::format(
            "{}{} A webhook must answer our ping with 200 to 299.", said, status ? "." : ""));
}

}  // namespace tellfirst::notify
