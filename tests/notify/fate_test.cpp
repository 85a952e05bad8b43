#include "notify/fate.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace std::chrono_literals;
using Kind = smtp::Outcome::Kind;

namespace {

constexpr Instant now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 10h;

Attempt attempt(Lane lane, std::int64_t attempts = 0)
{
    return {
        .delivery = {NoticeId{1}, 2},
        .lane = lane,
        .attempts = attempts,
        .useful_until = now + 24h};
}

smtp::Outcome outcome(Kind kind, int code)
{
    return {.token = 1, .kind = kind, .code = code, .enhanced = {}, .text = "said the relay"};
}

}  // namespace

TEST_CASE("fate_of: what its domain has no room for comes again when it was told to, untried")
{
    auto held = outcome(Kind::held, 0);
    held.again_in = 500ms;
    CHECK(
        fate_of(attempt(Lane::news, 2), held, now) ==
        Fate{.state = State::queued, .due_at = now + 500ms, .attempts = 2, .at = now});
    held.again_in = 25h;
    CHECK(fate_of(attempt(Lane::news), held, now).state == State::failed);
}

TEST_CASE("fate_of: accepted is the end, with the relay's words")
{
    auto const fate = fate_of(attempt(Lane::incident), outcome(Kind::accepted, 250), now);
    CHECK(fate == Fate{State::accepted, "250 said the relay", 250, std::nullopt, 1, now});
}

TEST_CASE("fate_of: refused is the end")
{
    auto const fate = fate_of(attempt(Lane::incident), outcome(Kind::failed, 550), now);
    CHECK(fate.state == State::failed);
    CHECK_FALSE(fate.due_at);
}

TEST_CASE("fate_of: deferred comes again after 1, 5, 15, 30 min, 1, 2, 4, 8 h")
{
    std::vector<Duration> const pauses{1min, 5min, 15min, 30min, 1h, 2h, 4h, 8h, 8h};
    for (std::size_t tried = 0; tried < pauses.size(); ++tried) {
        auto const fate = fate_of(
            attempt(Lane::incident, static_cast<std::int64_t>(tried)), outcome(Kind::deferred, 451),
            now);
        CHECK(fate.state == State::deferred);
        CHECK(fate.due_at == now + pauses[tried]);
    }
}

TEST_CASE("fate_of: what would come too late is given up, with the last answer")
{
    auto tried = attempt(Lane::incident, 3);
    tried.useful_until = now + 10min;
    auto const fate = fate_of(tried, outcome(Kind::deferred, 451), now);
    CHECK(fate.state == State::failed);
    CHECK(fate.reason == "given up: 451 said the relay");
    CHECK_FALSE(fate.due_at);
}

TEST_CASE("fate_of: no answer at all does not count as an attempt")
{
    auto const fate = fate_of(attempt(Lane::news, 2), outcome(Kind::deferred, 0), now);
    CHECK(fate.state == State::queued);
    CHECK(fate.attempts == 2);
    CHECK(fate.due_at == now);
}

TEST_CASE("fate_of: in doubt, an incident goes out again at once, then with pauses")
{
    auto const first = fate_of(attempt(Lane::incident), outcome(Kind::unknown, 0), now);
    CHECK(first.state == State::queued);
    CHECK(first.reason == "may have been sent already");
    CHECK(first.due_at == now);
    auto const second = fate_of(attempt(Lane::incident, 1), outcome(Kind::unknown, 0), now);
    CHECK(second.due_at == now + 1min);
}

TEST_CASE("fate_of: in doubt, news stays unknown")
{
    auto const fate = fate_of(attempt(Lane::news), outcome(Kind::unknown, 0), now);
    CHECK(fate.state == State::unknown);
    CHECK_FALSE(fate.due_at);
}

TEST_CASE("fate_after_crash: what never left goes out as if nothing had been")
{
    auto const fate = fate_after_crash(attempt(Lane::news, 1), Known::never_left, now);
    CHECK(fate == Fate{State::queued, "", 0, now, 1, now});
}

TEST_CASE("fate_after_crash: what may have left is in doubt")
{
    CHECK(
        fate_after_crash(attempt(Lane::incident), Known::handed, now).reason ==
        "may have been sent already");
    CHECK(fate_after_crash(attempt(Lane::news), Known::handed, now).state == State::unknown);
}
