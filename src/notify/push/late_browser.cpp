#include "notify/push/late_browser.hpp"

#include "notify/channels/prepare.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/push/pushes.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

// How soon to look again whether what it waits for has come to its end.
constexpr auto glance = 15s;

struct Ready {
    Claimed claimed;
    Browser browser;
};

bool is_waiting(State state)
{
    return state == State::queued || state == State::held;
}

// Some of it has left, or may have.
bool has_begun(State state)
{
    switch (state) {
    case State::sending:
    case State::accepted:
    case State::deferred:
    case State::failed:
    case State::bounced:
    case State::unknown: return true;
    case State::queued:
    case State::held:
    case State::suppressed:
    case State::opted_out:
    case State::superseded:
    case State::cancelled: return false;
    }
    return false;
}

std::vector<State> states_of(std::span<store::LaterPush const> later)
{
    std::vector<State> states;
    for (auto const& each : later)
        states.push_back(each.state);
    return states;
}

Turn turn_of(Call& call, LateBrowser const& late)
{
    auto const state =
        store::state_of_push(call.tx, {.notice = late.notice, .contact = late.contact}, call.now);
    if (!state)
        return Turn::drop;
    if (store::halted(call.tx).contains(late.notice))
        return Turn::wait;
    auto const later =
        store::later_pushes(call.tx, {.notice = late.notice, .contact = late.contact});
    return turn_of(*state, states_of(later));
}

// Where it is not to be told now, its job has ended.
std::optional<Ready> make_ready(Call& call, jobs::Job const& job, LateBrowser const& late)
{
    auto browser = store::find_browser(call.tx, late.contact, late.browser);
    auto const turn = browser ? turn_of(call, late) : Turn::drop;
    if (turn == Turn::tell) {
        auto claimed =
            store::claimed_push(call.tx, {.notice = late.notice, .contact = late.contact});
        claimed.attempts = late.attempts;
        return Ready{.claimed = std::move(claimed), .browser = *std::move(browser)};
    }
    if (jobs::finish(call, job) && turn == Turn::wait)
        tell_later(call, late, call.now + glance);
    return std::nullopt;
}

// A later word may have reached it while this one was on its way, which has then taken its place on
// the screen: the later one is told once more.
void tell_what_came_meanwhile(Call& call, LateBrowser late)
{
    auto const later =
        store::later_pushes(call.tx, {.notice = late.notice, .contact = late.contact});
    auto const newest =
        std::ranges::find_if(later.rbegin(), later.rend(), has_begun, &store::LaterPush::state);
    if (newest == later.rend())
        return;
    late.notice = newest->notice;
    late.attempts = 0;
    tell_later(call, late, call.now);
}

Result<void> settle(
    Call& call, jobs::Job const& job, LateBrowser late,
    std::pair<Attempt, BrowserHeard> const& told)
{
    if (auto const held = jobs::finish(call, job); !held)
        return held;
    auto const& [attempt, heard] = told;
    if (heard.is_gone) {
        store::remove_browser_of_key(call.tx, late.contact, late.browser);
        return {};
    }
    auto const fate = fate_of(attempt, heard.carried, call.now);
    if (!fate.due_at) {
        tell_what_came_meanwhile(call, std::move(late));
        return {};
    }
    late.attempts = fate.attempts;
    tell_later(call, late, *fate.due_at);
    return {};
}

}  // namespace

void tell_later(Call& call, LateBrowser const& late, Instant due_at)
{
    jobs::later(
        call, {.kind = late_browser_job,
               .body = to_json(late),
               .due_at = due_at,
               .key = fmt::format("{}.{}", late.notice.text(), late.browser)});
}

Turn turn_of(State delivery, std::span<State const> later)
{
    if (std::ranges::any_of(later, has_begun))
        return Turn::drop;  // that one is told to all of his browsers
    if (std::ranges::any_of(later, is_waiting))
        return Turn::wait;  // it takes this one's place, unless it is taken back
    switch (delivery) {
    case State::sending: return Turn::wait;  // not settled yet
    case State::accepted:
    case State::unknown: return Turn::tell;
    case State::queued:
    case State::held:
    case State::deferred:
    case State::failed:
    case State::bounced:
    case State::suppressed:
    case State::opted_out:
    case State::superseded:
    case State::cancelled: return Turn::drop;
    }
    return Turn::drop;
}

Result<void> tell_late(House const& house, jobs::Job const& job, LateWay const& way)
{
    auto const late = job.body_as<LateBrowser>();
    if (!late)
        return late.error();
    auto const ready =
        house.write(Actor::system(), [&](Call& call) { return make_ready(call, job, *late); });
    if (!ready)
        return {};
    auto const prepared = prepare(house, std::span{&ready->claimed, 1});
    if (prepared.messages.empty())
        return house.write(Actor::system(), [&](Call& call) { return jobs::finish(call, job); });
    auto const& message = prepared.messages.front();
    auto heard = tell_browser(
        house, way.outgoing,
        {.browser = ready->browser,
         .payload = push_payload(message),
         .lane = message.attempt.lane,
         .useful_until = message.attempt.useful_until,
         .stop = way.stop});
    if (way.stop.stop_requested() && heard.carried.code == 0)
        return {};  // it is told when the job runs next
    std::pair const told{message.attempt, std::move(heard)};
    return house.write(Actor::system(), [&](Call& call) { return settle(call, job, *late, told); });
}

void add_push_jobs(jobs::Board& board, http::Outgoing const& outgoing)
{
    board.on_wait(
        std::string{late_browser_job},
        [outgoing](House& house, jobs::Job const& job, std::stop_token stop) -> Result<void> {
            return tell_late(house, job, {.outgoing = outgoing, .stop = std::move(stop)});
        });
}

}  // namespace tellfirst::notify
