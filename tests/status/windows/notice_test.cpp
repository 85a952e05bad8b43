#include "status/windows/notice.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const now = support::test_start;

WindowTime said(Duration when, Duration starts, Duration ends, bool is_told = true)
{
    return {
        .said_at = now + when,
        .starts_at = now + starts,
        .ends_at = now + ends,
        .is_told = is_told};
}

}  // namespace

TEST_CASE("told_since: the oldest word on after which the time was always taken")
{
    struct Row {
        std::vector<WindowTime> spans;
        Duration starts, ends;
        std::optional<Duration> told;
    };
    std::vector<Row> const table{
        {{}, 10h, 12h, {}},
        {{said(0h, 10h, 12h)}, 10h, 12h, 0h},
        {{said(0h, 10h, 12h)}, 11h, 12h, 0h},                      // a part of it
        {{said(0h, 10h, 12h)}, 9h, 12h, {}},                       // more than was said
        {{said(0h, 10h, 12h, false)}, 10h, 12h, {}},               // only on the page
        {{said(0h, 10h, 12h), said(1h, 9h, 12h)}, 9h, 12h, 1h},    // earlier: anew
        {{said(0h, 10h, 12h), said(1h, 10h, 13h)}, 10h, 12h, 0h},  // longer: the old part stays
        {{said(0h, 10h, 12h), said(1h, 14h, 16h), said(2h, 10h, 12h)}, 10h, 12h, 2h},
        {{said(0h, 10h, 12h), said(1h, 10h, 12h, false)}, 10h, 12h, {}},
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        CAPTURE(i);
        auto const& row = table[i];
        auto const told = told_since(row.spans, now + row.starts, now + row.ends);
        CHECK(told == (row.told ? std::optional{now + *row.told} : std::nullopt));
    }
}

TEST_CASE("told_since: a part of a time was told no later than the whole")
{
    CHECK(rc::check([] {
        std::vector<WindowTime> spans;
        auto const words = *rc::gen::inRange(1, 6);
        for (int i = 0; i < words; ++i) {
            auto const start = *rc::gen::inRange(0, 20);
            spans.push_back(said(
                std::chrono::hours{-10 + i}, std::chrono::hours{start},
                std::chrono::hours{start + *rc::gen::inRange(1, 20)}));
        }
        auto const& last = spans.back();
        auto const whole = told_since(spans, last.starts_at, last.ends_at);
        auto const part = told_since(spans, last.starts_at + 10min, last.ends_at - 10min);
        RC_ASSERT(whole.has_value());
        RC_ASSERT(part.has_value());
        RC_ASSERT(*part <= *whole);
    }));
}

TEST_CASE("judge_notice: notice is short below the hours that were sold, to the microsecond")
{
    PlanNotice const pro{.plan_name = "Pro", .needed_hours = 48};
    CHECK_FALSE(judge_notice(pro, now + 48h, now).is_short);
    CHECK(judge_notice(pro, now + 48h - 1us, now).is_short);
    CHECK(judge_notice(pro, now + 48h - 1us, now).given_hours == 47);
}

TEST_CASE("judge_notice: whom nobody tells gets no hours, and only a plan without lead allows that")
{
    CHECK(judge_notice({.needed_hours = 1}, now + 48h, std::nullopt).is_short);
    CHECK(judge_notice({.needed_hours = 1}, now + 48h, std::nullopt).given_hours == 0);
    CHECK_FALSE(judge_notice({.needed_hours = 0}, now + 48h, std::nullopt).is_short);
}

TEST_CASE("check_reason: a sentence names five plans and counts the others")
{
    std::vector<PlanNotice> notice;
    for (int i = 1; i <= 7; ++i)
        notice.push_back(
            {.plan_name = fmt::format("P{}", i), .needed_hours = 9, .is_short = i != 3});
    auto const refused = check_reason(notice, " ");
    REQUIRE(refused.has_error());
    CHECK(refused.error().detail.contains("P6 (9 h were sold, 0 h are given) and 1 more."));
    CHECK_FALSE(refused.error().detail.contains("P3"));
    CHECK(check_reason(notice, "Because."));
}
