#include "notify/fate.hpp"

#include <fmt/format.h>

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Duration, 8> pauses{1min, 5min, 15min, 30min, 1h, 2h, 4h, 8h};

std::string answer_of(smtp::Outcome const& outcome)
{
    if (outcome.code == 0)
        return outcome.text;
    return fmt::format("{} {}", outcome.code, outcome.text);
}

Fate again_at(Attempt const& attempt, Fate fate, Instant due_at)
{
    if (due_at > attempt.useful_until) {
        fate.state = State::failed;
        fate.reason = "given up: " + fate.reason;
        return fate;
    }
    fate.due_at = due_at;
    return fate;
}

// `fate` holds all but what to do.
Fate after_doubt(Attempt const& attempt, Fate fate, Instant now)
{
    fate.reason = may_have_left;
    if (attempt.lane == Lane::news) {
        fate.state = State::unknown;
        return fate;
    }
    fate.state = State::queued;
    // At once, but not in a circle: a relay that closes on every mail gets pauses like any other.
    auto const pause = attempt.attempts == 0 ? Duration{0} : pause_after(attempt.attempts);
    return again_at(attempt, std::move(fate), now + pause);
}

}  // namespace

Duration pause_after(std::int64_t attempts)
{
    auto const index = std::clamp<std::int64_t>(attempts - 1, 0, std::ssize(pauses) - 1);
    return pauses[static_cast<std::size_t>(index)];
}

Fate fate_of(Attempt const& attempt, smtp::Outcome const& outcome, Instant now)
{
    Fate fate{
        .reason = answer_of(outcome),
        .code = outcome.code,
        .attempts = attempt.attempts + 1,
        .at = now};
    switch (outcome.kind) {
    case smtp::Outcome::Kind::held:
        fate.attempts = attempt.attempts;
        fate.reason.clear();  // nobody has said anything about it
        return again_at(attempt, std::move(fate), now + outcome.again_in);
    case smtp::Outcome::Kind::accepted: fate.state = State::accepted; return fate;
    case smtp::Outcome::Kind::failed: fate.state = State::failed; return fate;
    case smtp::Outcome::Kind::unknown: return after_doubt(attempt, std::move(fate), now);
    case smtp::Outcome::Kind::deferred: break;
    }
    if (outcome.code == 0) {
        fate.attempts = attempt.attempts;
        return again_at(attempt, std::move(fate), now);
    }
    fate.state = State::deferred;
    auto const pause = pause_after(fate.attempts);
    return again_at(attempt, std::move(fate), now + pause);
}

Fate fate_after_crash(Attempt const& attempt, Known known, Instant now)
{
    Fate fate{.attempts = attempt.attempts, .at = now};
    if (known == Known::handed)
        return after_doubt(attempt, std::move(fate), now);
    fate.due_at = now;
    return fate;
}

Fate unsent(Attempt const& attempt, std::string reason, Instant now)
{
    return {
        .state = State::failed,
        .reason = std::move(reason),
        .attempts = attempt.attempts,
        .at = now};
}

}  // namespace tellfirst::notify
