#include "notify/push/push.hpp"

#include "notify/push/push_key.hpp"
#include "notify/push/pushes.hpp"
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
constexpr auto test_is_useful = 10min;

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

// The better of two, for whom it is enough that one of his browsers knows.
int rank(Carried::Kind kind)
{
    switch (kind) {
    case Carried::Kind::accepted: return 0;
    case Carried::Kind::later: return 1;
    case Carried::Kind::away:
    case Carried::Kind::closed: return 2;
    case Carried::Kind::doubtful: return 3;
    case Carried::Kind::refused: return 4;
    }
    return 5;
}

struct Heard {
    Carried carried;
    bool is_gone = false;
};

Heard meaning(Result<http::Answered> const& answered, Instant now)
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

}  // namespace

Push::Push(House house, http::Outgoing outgoing) : house_{house}, outgoing_{std::move(outgoing)} {}

http::Asking Push::asking(Post const& post, Browser const& browser) const
{
    auto const now = house_.clock.now();
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
                  push_keys(house_), {.audience = origin_of(browser.endpoint),
                                      .subject = "mailto:postmaster@" + house_.settings.domain,
                                      .until = now + proof_holds})},
             {"content-encoding", "aes128gcm"},
             {"content-type", "application/octet-stream"},
             {"ttl", std::to_string(ttl.count())},
             {"urgency", std::string{urgency_of(post.lane)}},
             {"topic", post.payload.tag}},
        .body = body.value_or(""),
        .deadline = patience};
}

Carried Push::tell(Post const& post, std::stop_token const& stop) const
{
    auto const browsers = house_.read(
        Actor::system(), [&](Call& call) { return store::browsers_of(call.tx, post.to); });
    Carried best{.kind = Carried::Kind::refused, .words = "none of his browsers asks to be told"};
    std::vector<std::string> gone;
    for (auto const& browser : browsers) {
        auto what = asking(post, browser);
        what.stop = stop;
        auto heard = meaning(http::ask(outgoing_, what), house_.clock.now());
        if (heard.is_gone)
            gone.push_back(browser.endpoint);
        if (rank(heard.carried.kind) <= rank(best.kind))
            best = std::move(heard.carried);
    }
    if (!gone.empty())
        house_.write(Actor::system(), [&](Call& call) {
            for (auto const& endpoint : gone)
                remove_push(call, post.to, endpoint);
        });
    return best;
}

Carried Push::send(Message const& message, std::stop_token stop) const
{
    return tell(
        {.to = ContactId{message.attempt.delivery.recipient},
         .payload = push_payload(message),
         .lane = message.attempt.lane,
         .useful_until = message.attempt.useful_until},
        stop);
}

Result<Carried> Push::try_out(std::string const& to) const
{
    auto const contact = ContactId::parse(to);
    if (!contact)
        return invalid("push.bad_contact", "to", "The id of a contact, such as con_a3ykna5rdmnm.");
    return tell(
        {.to = *contact,
         .payload =
             {.title = "A test",
              .body = "What we announce reaches this browser.",
              .url = house_.settings.public_url + "/portal",
              .tag = "test"},
         .useful_until = house_.clock.now() + test_is_useful},
        {});
}

}  // namespace tellfirst::notify
