#include "notify/push/tell_browser.hpp"

#include "notify/push/push_key.hpp"
#include "notify/webhooks/next.hpp"
#include "wire/webpush/message.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

// Five browsers, one after the other, are told within half a minute.
constexpr auto patience = 6s;
constexpr std::chrono::seconds longest_ttl = 28 * 24h;
constexpr auto proof_holds = 12h;
// A push service that cannot be reached, or is busy and does not say for how long.
constexpr auto away_for = 60s;

std::string_view urgency_of(Lane lane)
{
    switch (lane) {
    case Lane::transactional:
    case Lane::incident: return "high";
    case Lane::planned: return "normal";
    case Lane::news: return "low";
    }
    return "normal";
}

// "https://push.example:8443" of an address.
std::string origin_of(std::string_view url)
{
    auto const host = url.find("//") + 2;
    return std::string{url.substr(0, std::min(url.find('/', host), url.size()))};
}

BrowserHeard meaning(Result<http::Answered> const& answered, Instant now)
{
    if (!answered) {
        auto const& problem = answered.error();
        if (http::may_have_arrived(problem))
            return {.carried = {.kind = Carried::Kind::doubtful, .words = problem.detail}};
        bool const may_pass = problem.kind == Refusal::unavailable;
        return {
            .carried =
                {.kind = may_pass ? Carried::Kind::away : Carried::Kind::refused,
                 .words = problem.detail,
                 .again_in = away_for},
            .is_gone = !may_pass};
    }
    Carried carried{.code = answered->status, .words = words_of(*answered)};
    auto const status = answered->status;
    if (status >= 200 && status <= 299)
        return {.carried = std::move(carried)};
    if (status == 429 || status == 503) {
        std::string asked;
        for (auto const& [name, value] : answered->headers)
            if (name == "retry-after")
                asked = value;
        auto const wait = read_retry_after(asked, now).value_or(away_for);
        carried.kind = Carried::Kind::away;
        carried.again_in = std::chrono::ceil<std::chrono::milliseconds>(wait);
        return {.carried = std::move(carried)};
    }
    carried.kind = status >= 500 ? Carried::Kind::later : Carried::Kind::refused;
    return {.carried = std::move(carried), .is_gone = status == 404 || status == 410};
}

http::Asking asking(House const& house, BrowserPost const& post)
{
    auto const& browser = post.browser;
    auto const now = house.clock.now();
    auto const ttl = std::clamp(
        std::chrono::floor<std::chrono::seconds>(post.useful_until - now), 0s, longest_ttl);
    auto body = webpush::sealed(
        write_json(to_json(post.payload)),
        {.open_key = browser.open_key.bytes, .auth = browser.auth.bytes}, webpush::fresh());
    return {
        .method = "POST",
        .url = browser.endpoint,
        .headers =
            {{"authorization",
              webpush::authorization(
                  push_keys(house), {.audience = origin_of(browser.endpoint),
                                     .subject = "mailto:postmaster@" + house.settings.domain,
                                     .until = now + proof_holds})},
             {"content-encoding", "aes128gcm"},
             {"content-type", "application/octet-stream"},
             {"ttl", std::to_string(ttl.count())},
             {"urgency", std::string{urgency_of(post.lane)}},
             {"topic", post.payload.tag}},
        .body = body.value_or(""),
        .deadline = patience,
        .stop = post.stop};
}

}  // namespace

BrowserHeard
tell_browser(House const& house, http::Outgoing const& outgoing, BrowserPost const& post)
{
    return meaning(http::ask(outgoing, asking(house, post)), house.clock.now());
}

}  // namespace tellfirst::notify
