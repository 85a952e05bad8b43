#include "notify/push/push.hpp"

#include "notify/push/late_browser.hpp"
#include "notify/push/pushes.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr auto test_is_useful = 10min;

// The better of two, for whom it is enough that one of his browsers knows. One that may know counts
// for more than one that cannot: it must not be told again and again for the other's sake.
int rank(Carried::Kind kind)
{
    switch (kind) {
    case Carried::Kind::accepted: return 0;
    case Carried::Kind::doubtful: return 1;
    case Carried::Kind::later: return 2;
    case Carried::Kind::away:
    case Carried::Kind::closed: return 3;
    case Carried::Kind::refused: return 4;
    }
    return 5;
}

}  // namespace

Push::Push(House house, http::Outgoing outgoing) : house_{house}, outgoing_{std::move(outgoing)} {}

std::vector<Push::Told> Push::tell(ContactId to, BrowserPost post) const
{
    auto browsers =
        house_.read(Actor::system(), [&](Call& call) { return store::browsers_of(call.tx, to); });
    std::vector<Told> told;
    std::vector<std::string> gone;
    for (auto& browser : browsers) {
        post.browser = std::move(browser);
        auto heard = tell_browser(house_, outgoing_, post);
        if (heard.is_gone)
            gone.push_back(post.browser.endpoint);
        told.push_back({.endpoint = post.browser.endpoint, .carried = std::move(heard.carried)});
    }
    if (!gone.empty())
        house_.write(Actor::system(), [&](Call& call) {
            for (auto const& endpoint : gone)
                remove_push(call, to, endpoint);
        });
    return told;
}

Carried Push::best_of(std::span<Told const> told)
{
    Carried best{.kind = Carried::Kind::refused, .words = "none of his browsers asks to be told"};
    for (auto const& each : told)
        if (rank(each.carried.kind) <= rank(best.kind))
            best = each.carried;
    return best;
}

// Written before his delivery is settled: after a crash in between all of them are told again.
void Push::tell_rest_later(Attempt const& attempt, std::span<Told const> told) const
{
    auto const now = house_.clock.now();
    std::vector<std::pair<LateBrowser, Instant>> late;
    for (auto const& each : told)
        if (auto const fate = fate_of(attempt, each.carried, now); fate.due_at)
            late.push_back(
                {{.notice = attempt.delivery.notice,
                  .contact = ContactId{attempt.delivery.recipient},
                  .browser = store::key_of_browser(each.endpoint),
                  .attempts = fate.attempts},
                 *fate.due_at});
    if (late.empty())
        return;
    house_.write(Actor::system(), [&](Call& call) {
        for (auto const& [browser, due_at] : late)
            tell_later(call, browser, due_at);
    });
}

Carried Push::send(Message const& message, std::stop_token stop) const
{
    auto const told = tell(
        ContactId{message.attempt.delivery.recipient},
        {.browser = {},
         .payload = push_payload(message),
         .lane = message.attempt.lane,
         .useful_until = message.attempt.useful_until,
         .stop = std::move(stop)});
    auto best = best_of(told);
    bool const is_over = !fate_of(message.attempt, best, house_.clock.now()).due_at;
    if (is_over)
        tell_rest_later(message.attempt, told);
    return best;
}

Result<Carried> Push::try_out(std::string const& to) const
{
    auto const contact = ContactId::parse(to);
    if (!contact)
        return invalid("push.bad_contact", "to", "The id of a contact, such as con_a3ykna5rdmnm.");
    return best_of(tell(
        *contact, {.browser = {},
                   .payload =
                       {.title = "A test",
                        .body = "What we announce reaches this browser.",
                        .url = house_.settings.public_url + "/portal",
                        .tag = "test"},
                   .useful_until = house_.clock.now() + test_is_useful}));
}

}  // namespace tellfirst::notify
