#include "notify/webhooks/next.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 10h;

WebhookTried answered(int status, std::int64_t step = 0)
{
    return {.answer = {.status = status, .retry_after = {}}, .step = step, .health = {}};
}

WebhookTried silent(std::int64_t step)
{
    return {.answer = {}, .step = step, .health = {}};
}

}  // namespace

TEST_CASE("next_of: 200 to 299 is success, and forgets what was the matter before")
{
    for (int const status : {200, 201, 204, 299}) {
        CAPTURE(status);
        auto tried = answered(status, 3);
        tried.health = {.failing_since = now - 1h, .failures = 3, .not_before = now};
        auto const next = next_of(tried, now);
        CHECK(bool{next.state == State::accepted});
        CHECK_FALSE(next.due_at);
        CHECK(next.health == WebhookHealth{});
    }
}

TEST_CASE("next_of: whatever else is answered is a failure, a redirect too")
{
    for (int const status : {100, 199, 300, 301, 302, 307, 308, 400, 404, 429, 500, 503}) {
        CAPTURE(status);
        auto const next = next_of(answered(status), now);
        CHECK(bool{next.state == State::deferred});
        CHECK(next.due_at == now + 5s);
        CHECK_FALSE(next.disabled_because);
    }
}

TEST_CASE("next_of: the pauses of the schedule, and then no more")
{
    std::array<Duration, 9> const pauses{5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};
    for (std::int64_t step = 0; step < std::ssize(pauses); ++step) {
        CAPTURE(step);
        auto const next = next_of(silent(step), now);
        CHECK(bool{next.state == State::deferred});
        CHECK(next.step == step + 1);
        CHECK(next.due_at == now + pauses[static_cast<std::size_t>(step)]);
    }
    auto const last = next_of(silent(std::ssize(pauses)), now);
    CHECK(bool{last.state == State::failed});
    CHECK_FALSE(last.due_at);
}

TEST_CASE("next_of: jitter makes a pause up to a fifth longer")
{
    auto tried = silent(2);
    tried.jitter = 0.5;
    CHECK(next_of(tried, now).due_at == now + 33min);
    tried.jitter = 0.999;
    CHECK(*next_of(tried, now).due_at < now + 36min);
}

TEST_CASE("next_of: a wish to come later is heard, up to a day; one to come sooner is not")
{
    auto tried = answered(503, 1);
    tried.answer.retry_after = 1h;
    CHECK(next_of(tried, now).due_at == now + 1h);
    tried.answer.retry_after = 240h;
    CHECK(next_of(tried, now).due_at == now + 24h);
    tried.answer.retry_after = 1s;
    CHECK(next_of(tried, now).due_at == now + 5min);
}

TEST_CASE("next_of: 429, 502 and 504 hold back new words, too; other failures do not")
{
    for (int const status : {429, 502, 504}) {
        CAPTURE(status);
        auto const next = next_of(answered(status, 1), now);
        CHECK(next.health.not_before == now + 5min);
    }
    CHECK_FALSE(next_of(answered(500, 1), now).health.not_before);
}

TEST_CASE("next_of: a new word is held back for half an hour at most, or for as long as was asked")
{
    CHECK(next_of(answered(502, 6), now).health.not_before == now + 30min);
    auto tried = answered(502, 6);
    tried.answer.retry_after = 2h;
    CHECK(next_of(tried, now).health.not_before == now + 2h);
    tried = answered(503, 1);
    tried.answer.retry_after = 1h;
    CHECK(next_of(tried, now).health.not_before == now + 1h);
}

TEST_CASE("next_of: an attempt before its time costs the schedule nothing")
{
    auto tried = silent(4);
    tried.still_due_at = now + 3h;
    auto const next = next_of(tried, now);
    CHECK(next.step == 4);
    CHECK(next.due_at == now + 3h);
    CHECK(next.health.failures == 1);
}

TEST_CASE("next_of: 410 disables at once")
{
    auto const next = next_of(answered(410), now);
    CHECK(bool{next.state == State::failed});
    CHECK(next.disabled_because == DisabledBecause::gone);
}

TEST_CASE("next_of: five days without success disable, once a whole schedule has failed")
{
    struct Row {
        Duration failing_for;
        std::int64_t failures;
        bool is_disabled;
    };
    for (auto const& row :
         {Row{120h, 9, true}, Row{120h - 1us, 9, false}, Row{720h, 1, false},
          Row{720h, 30, true}}) {
        CAPTURE(row.failing_for.count());
        CAPTURE(row.failures);
        auto tried = silent(0);
        tried.health = {
            .failing_since = now - row.failing_for, .failures = row.failures, .not_before = {}};
        auto const next = next_of(tried, now);
        CHECK(next.disabled_because.has_value() == row.is_disabled);
        CHECK(next.due_at.has_value() != row.is_disabled);
        CHECK(next.health.failing_since == now - row.failing_for);
    }
}

TEST_CASE("read_retry_after: seconds or a date, never before now and never beyond a day")
{
    CHECK(read_retry_after("120", now) == 120s);
    CHECK(read_retry_after("0", now) == 0s);
    CHECK(read_retry_after("9999999999", now) == 24h);
    CHECK(read_retry_after("Wed, 04 Mar 2026 10:02:00 GMT", now) == 2min);
    CHECK(read_retry_after("Wed, 04 Mar 2026 09:00:00 GMT", now) == 0s);
    for (auto const* const nonsense : {"", "-5", "soon", "1.5"}) {
        CAPTURE(nonsense);
        CHECK_FALSE(read_retry_after(nonsense, now));
    }
}

TEST_CASE("is_success: a chat that says ok to what it took must say so")
{
    for (auto const dialect : {Dialect::slack, Dialect::mattermost}) {
        CHECK(is_understood(dialect, "ok"));
        CHECK(is_understood(dialect, "ok\n"));
        CHECK_FALSE(is_understood(dialect, "<html>Please sign in</html>"));
        CHECK_FALSE(is_understood(dialect, ""));
    }
    for (auto const dialect :
         {Dialect::standard, Dialect::statuspage, Dialect::teams, Dialect::discord,
          Dialect::matrix})
        CHECK(is_understood(dialect, "whatever"));
    CHECK(is_success({.status = 204}));
    CHECK_FALSE(is_success({.status = 200, .is_understood = false}));
    CHECK_FALSE(is_success({.status = 302}));
    CHECK_FALSE(is_success({}));
}
