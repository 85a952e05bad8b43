#include "promises/calendar.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;
using accounts::Calendar;
using accounts::DayWindow;

namespace {

Instant at(std::string_view text)
{
    return parse_rfc3339(text).value();
}

std::vector<Stretch>
stretches(Calendar const& calendar, std::string_view from, std::string_view until)
{
    return working_stretches(calendar, at(from), at(until));
}

Calendar every_day(std::string zone, std::vector<DayWindow> const& day)
{
    return {.zone = std::move(zone), .week = {day, day, day, day, day, day, day}};
}

// Monday to Friday, 9 to 17 with an hour of lunch, UTC: seven hours a day.
Calendar office()
{
    std::vector<DayWindow> const day{{"09:00", "12:00"}, {"13:00", "17:00"}};
    return {.zone = "Etc/UTC", .week = {day, day, day, day, day, {}, {}}};
}

Calendar around_the_clock(std::string zone)
{
    return every_day(std::move(zone), {{"00:00", "24:00"}});
}

}  // namespace

TEST_CASE("due_after: an office day, its lunch, its night and its weekend")
{
    struct Row {
        std::string_view asked;
        std::chrono::minutes allowance;
        std::string_view due;
    };
    // 4 March 2026 is a Wednesday.
    for (auto const& row : std::vector<Row>{
             {"2026-03-04T10:00:00Z", 1h, "2026-03-04T11:00:00Z"},    // inside
             {"2026-03-04T06:00:00Z", 1h, "2026-03-04T10:00:00Z"},    // before opening
             {"2026-03-04T09:00:00Z", 1h, "2026-03-04T10:00:00Z"},    // at opening
             {"2026-03-04T17:00:00Z", 1h, "2026-03-05T10:00:00Z"},    // at closing
             {"2026-03-04T16:59:59Z", 1min, "2026-03-05T09:00:59Z"},  // a second before closing
             {"2026-03-04T12:30:00Z", 1h, "2026-03-04T14:00:00Z"},    // at lunch
             {"2026-03-04T11:30:00Z", 1h, "2026-03-04T13:30:00Z"},    // over lunch
             {"2026-03-04T09:00:00Z", 3h, "2026-03-04T12:00:00Z"},    // fills a window: its end
             {"2026-03-04T09:00:00Z", 7h, "2026-03-04T17:00:00Z"},    // fills the day: its end
             {"2026-03-04T13:00:00Z", 7h, "2026-03-05T12:00:00Z"},    // over the night
             {"2026-03-06T16:00:00Z", 2h, "2026-03-09T10:00:00Z"},    // over the weekend
             {"2026-03-07T11:00:00Z", 4h, "2026-03-09T14:00:00Z"},    // asked on Saturday
             {"2026-03-04T09:00:00Z", 70h, "2026-03-17T17:00:00Z"},   // ten days of work
             {"2026-03-04T10:00:00Z", 0min, "2026-03-04T10:00:00Z"},  // nothing to wait for
             {"2026-03-04T20:00:00Z", 0min, "2026-03-05T09:00:00Z"},  // but not at night
         }) {
        CAPTURE(row.asked);
        CAPTURE(row.allowance.count());
        auto const due = due_after(office(), row.allowance, at(row.asked));
        REQUIRE(due);
        CHECK(to_rfc3339(*due) == row.due);
    }
}

TEST_CASE("due_after: holidays today, between, half, and of every year")
{
    auto calendar = office();
    calendar.holidays = {
        {.date = "2026-03-05"},                                   // closed
        {.date = "2026-03-06", .windows = {{"09:00", "11:00"}}},  // half a day
        {.date = "2020-12-24", .yearly = true, .windows = {{"09:00", "12:00"}}},
        {.date = "2020-12-25", .yearly = true},
        {.date = "2026-12-25", .windows = {{"10:00", "11:00"}}},  // this year we work
        {.date = "2026-03-08", .windows = {{"10:00", "12:00"}}},  // a Sunday that is open
    };
    struct Row {
        std::string_view asked;
        std::chrono::minutes allowance;
        std::string_view due;
    };
    for (auto const& row : std::vector<Row>{
             {"2026-03-05T10:00:00Z", 1h, "2026-03-06T10:00:00Z"},
             {"2026-03-04T16:00:00Z", 2h, "2026-03-06T10:00:00Z"},
             {"2026-03-06T09:00:00Z", 3h, "2026-03-08T11:00:00Z"},
             {"2026-12-24T11:00:00Z", 2h, "2026-12-25T11:00:00Z"},
             {"2027-12-24T11:00:00Z", 2h, "2027-12-27T10:00:00Z"}}) {
        CAPTURE(row.asked);
        auto const due = due_after(calendar, row.allowance, at(row.asked));
        REQUIRE(due);
        CHECK(to_rfc3339(*due) == row.due);
    }
}

TEST_CASE("due_after: a calendar that cannot hold the allowance is refused, not searched for ever")
{
    auto rarely = every_day("Etc/UTC", {});
    rarely.holidays = {{.date = "2026-06-01", .windows = {{"09:00", "10:00"}}}};
    auto const start = at("2026-03-04T10:00:00Z");
    CHECK(due_after(rarely, 1h, start).value() == at("2026-06-01T10:00:00Z"));
    for (auto const& refused :
         {due_after(rarely, 61min, start), due_after(every_day("Etc/UTC", {}), 1min, start)}) {
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "calendar.too_short");
    }
}

TEST_CASE("reply_due: stretches before the question do not count, not even in part")
{
    std::vector<Stretch> const working{
        {at("2026-03-04T09:00:00Z"), at("2026-03-04T10:00:00Z")},
        {at("2026-03-04T11:00:00Z"), at("2026-03-04T12:00:00Z")}};
    CHECK(
        reply_due(working, 30min, at("2026-03-04T10:30:00Z")).value() ==
        at("2026-03-04T11:30:00Z"));
    CHECK(
        reply_due(working, 60min, at("2026-03-04T09:30:00Z")).value() ==
        at("2026-03-04T11:30:00Z"));
    CHECK_FALSE(reply_due(working, 91min, at("2026-03-04T09:30:00Z")));
}

TEST_CASE("counted: the first begins with the question, the last ends with the allowance")
{
    auto const counting = counted_after(office(), 5h, at("2026-03-06T11:00:00Z"));
    REQUIRE(counting);
    CHECK(
        *counting == std::vector<Stretch>{
                         {at("2026-03-06T11:00:00Z"), at("2026-03-06T12:00:00Z")},
                         {at("2026-03-06T13:00:00Z"), at("2026-03-06T17:00:00Z")}});
    CHECK(counted_after(every_day("Etc/UTC", {}), 1h, at("2026-03-06T11:00:00Z")).has_error());
}

TEST_CASE("working_stretches: windows that overlap or meet are one, midnight included")
{
    auto const calendar =
        every_day("Etc/UTC", {{"20:00", "24:00"}, {"00:00", "02:00"}, {"01:00", "04:00"}});
    CHECK(
        stretches(calendar, "2026-03-04T10:00:00Z", "2026-03-05T10:00:00Z") ==
        std::vector<Stretch>{{at("2026-03-04T20:00:00Z"), at("2026-03-05T04:00:00Z")}});
}

TEST_CASE("working_stretches: they are cut to what was asked for")
{
    CHECK(
        stretches(office(), "2026-03-04T10:00:00Z", "2026-03-04T14:00:00Z") ==
        std::vector<Stretch>{
            {at("2026-03-04T10:00:00Z"), at("2026-03-04T12:00:00Z")},
            {at("2026-03-04T13:00:00Z"), at("2026-03-04T14:00:00Z")}});
    CHECK(stretches(office(), "2026-03-04T12:00:00Z", "2026-03-04T13:00:00Z").empty());
}

TEST_CASE("working_stretches: an opening in a gap moves by the gap, in an overlap the first counts")
{
    struct Row {
        std::string_view zone;
        DayWindow window;
        std::string_view from, opens, closes;
    };
    for (auto const& row :
         std::vector<Row>{// Berlin, 29 March 2026: 02:00 becomes 03:00
                          {"Europe/Berlin",
                           {"02:30", "09:00"},
                           "2026-03-29T00:00:00Z",
                           "2026-03-29T01:30:00Z",
                           "2026-03-29T07:00:00Z"},
                          // Berlin, 25 October 2026: 03:00 becomes 02:00
                          {"Europe/Berlin",
                           {"02:30", "09:00"},
                           "2026-10-25T00:00:00Z",
                           "2026-10-25T00:30:00Z",
                           "2026-10-25T08:00:00Z"},
                          // New York, 8 March and 1 November 2026
                          {"America/New_York",
                           {"02:30", "09:00"},
                           "2026-03-08T05:00:00Z",
                           "2026-03-08T07:30:00Z",
                           "2026-03-08T13:00:00Z"},
                          {"America/New_York",
                           {"01:30", "09:00"},
                           "2026-11-01T04:00:00Z",
                           "2026-11-01T05:30:00Z",
                           "2026-11-01T14:00:00Z"},
                          // Lord Howe moves by half an hour: 4 October and 5 April 2026
                          {"Australia/Lord_Howe",
                           {"02:15", "09:00"},
                           "2026-10-03T14:00:00Z",
                           "2026-10-03T15:45:00Z",
                           "2026-10-03T22:00:00Z"},
                          {"Australia/Lord_Howe",
                           {"01:45", "09:00"},
                           "2026-04-04T13:00:00Z",
                           "2026-04-04T14:45:00Z",
                           "2026-04-04T22:30:00Z"},
                          // Kolkata never moves
                          {"Asia/Kolkata",
                           {"09:00", "18:00"},
                           "2026-03-28T20:00:00Z",
                           "2026-03-29T03:30:00Z",
                           "2026-03-29T12:30:00Z"}}) {
        CAPTURE(row.zone);
        CAPTURE(row.from);
        auto const calendar = every_day(std::string{row.zone}, {row.window});
        auto const found = working_stretches(calendar, at(row.from), at(row.from) + 20h);
        REQUIRE(found.size() == 1);
        CHECK(to_rfc3339(found[0].opens) == row.opens);
        CHECK(to_rfc3339(found[0].closes) == row.closes);
    }
}

TEST_CASE(
    "working_stretches: a window that lies in a gap keeps its length, one that ends in it too")
{
    auto const inside = every_day("Europe/Berlin", {{"02:15", "02:45"}});
    CHECK(
        stretches(inside, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z") ==
        std::vector<Stretch>{{at("2026-03-29T01:15:00Z"), at("2026-03-29T01:45:00Z")}});
    // 02:30 becomes 03:30, after 03:15: nothing is left of it.
    auto const turned = every_day("Europe/Berlin", {{"02:30", "03:15"}});
    CHECK(stretches(turned, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z").empty());
}

TEST_CASE("working_stretches: around the clock has no seam on days of 23, 25 and no hours")
{
    for (auto const& [zone, from] : std::vector<std::pair<std::string, std::string_view>>{
             {"Europe/Berlin", "2026-03-27T12:00:00Z"},
             {"Europe/Berlin", "2026-10-23T12:00:00Z"},
             {"America/Havana", "2026-10-30T12:00:00Z"},   // midnight happens twice
             {"Asia/Beirut", "2026-03-27T12:00:00Z"},      // midnight does not happen
             {"Pacific/Apia", "2011-12-28T12:00:00Z"}}) {  // a whole day does not
        CAPTURE(zone);
        auto const start = at(from);
        CHECK(
            working_stretches(around_the_clock(zone), start, start + 96h) ==
            std::vector<Stretch>{{start, start + 96h}});
    }
}

TEST_CASE("open_at_or_after: the stretch that is running, else the next, else none")
{
    auto const running = open_at_or_after(office(), at("2026-03-04T10:00:00Z"));
    REQUIRE(running);
    CHECK(*running == Stretch{at("2026-03-04T10:00:00Z"), at("2026-03-04T12:00:00Z")});
    auto const next = open_at_or_after(office(), at("2026-03-06T17:00:00Z"));
    REQUIRE(next);
    CHECK(*next == Stretch{at("2026-03-09T09:00:00Z"), at("2026-03-09T12:00:00Z")});
    CHECK_FALSE(open_at_or_after(every_day("Etc/UTC", {}), at("2026-03-04T10:00:00Z")));
}

TEST_CASE("working_stretches: a calendar that nobody checked is a bug of ours")
{
    CHECK_THROWS_AS(
        (void)stretches(
            every_day("Mars/Crater", {}), "2026-03-04T10:00:00Z", "2026-03-05T10:00:00Z"),
        std::invalid_argument);
    CHECK_THROWS_AS(
        (void)stretches(
            every_day("Etc/UTC", {{"9am", "10am"}}), "2026-03-04T10:00:00Z",
            "2026-03-05T10:00:00Z"),
        std::invalid_argument);
}

namespace {

std::string any_zone()
{
    return *rc::gen::elementOf(std::vector<std::string>{
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"});
}

// Any minute of 2026, so with every change of the clocks in it.
Instant any_moment()
{
    return at("2026-01-01T00:00:00Z") + std::chrono::minutes{*rc::gen::inRange(0, 365 * 24 * 60)};
}

std::chrono::minutes any_allowance()
{
    return std::chrono::minutes{*rc::gen::inRange(0, 80 * 60)};
}

DayWindow any_window()
{
    auto const time = [](int quarter) {
        return fmt::format("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
    };
    auto const opens = *rc::gen::inRange(0, 96);
    return {time(opens), time(*rc::gen::inRange(opens + 1, 97))};
}

// Windows may overlap, days may be closed; Tuesday is always open at noon.
Calendar any_calendar()
{
    Calendar calendar{.zone = any_zone()};
    boost::mp11::mp_for_each<MembersOf<accounts::Week>>([&](auto day) {
        auto const count = *rc::gen::inRange(0, 4);
        for (int i = 0; i < count; ++i)
            (calendar.week.*day.pointer).push_back(any_window());
    });
    calendar.week.tuesday.push_back({"12:00", "13:00"});
    return calendar;
}

Duration worked(Calendar const& calendar, Instant from, Instant until)
{
    Duration sum{0};
    for (auto const& stretch : working_stretches(calendar, from, until))
        sum += stretch.closes - stretch.opens;
    return sum;
}

}  // namespace

TEST_CASE("due_after: exactly the allowance is worked until then, and not before")
{
    CHECK(rc::check([] {
        auto const calendar = any_calendar();
        auto const asked = any_moment();
        auto const allowance = any_allowance() + 1min;
        auto const due = due_after(calendar, allowance, asked).value();
        RC_ASSERT(worked(calendar, asked, due) == Duration{allowance});
        RC_ASSERT(worked(calendar, asked, due - 1us) == Duration{allowance} - 1us);
    }));
}

TEST_CASE("counted_after: the stretches that count add up to the allowance and end when it is due")
{
    CHECK(rc::check([] {
        auto const calendar = any_calendar();
        auto const asked = any_moment();
        auto const allowance = any_allowance();
        auto const counting = counted_after(calendar, allowance, asked).value();
        Duration sum{0};
        auto after = asked;
        for (auto const& stretch : counting) {
            RC_ASSERT(stretch.opens >= after);
            RC_ASSERT(
                worked(calendar, stretch.opens, stretch.closes) == stretch.closes - stretch.opens);
            sum += stretch.closes - stretch.opens;
            after = stretch.closes;
        }
        RC_ASSERT(sum == Duration{allowance});
        RC_ASSERT(counting.back().closes == due_after(calendar, allowance, asked).value());
    }));
}

TEST_CASE("due_after: who asks later or is allowed more is never due earlier")
{
    CHECK(rc::check([] {
        auto const calendar = any_calendar();
        auto const asked = any_moment();
        auto const allowance = any_allowance();
        auto const due = due_after(calendar, allowance, asked).value();
        RC_ASSERT(due >= asked);
        RC_ASSERT(due_after(calendar, allowance + any_allowance(), asked).value() >= due);
        RC_ASSERT(due_after(calendar, allowance, asked + any_allowance()).value() >= due);
    }));
}

TEST_CASE("due_after: around the clock is wall time in every zone")
{
    CHECK(rc::check([] {
        auto const asked = any_moment();
        auto const allowance = any_allowance();
        RC_ASSERT(
            due_after(around_the_clock(any_zone()), allowance, asked).value() == asked + allowance);
    }));
}

TEST_CASE("working_stretches: they are in order and apart from each other")
{
    CHECK(rc::check([] {
        auto const calendar = any_calendar();
        auto const from = any_moment();
        auto last = from - 1us;
        for (auto const& stretch : working_stretches(calendar, from, from + 720h)) {
            RC_ASSERT(last < stretch.opens);
            RC_ASSERT(stretch.opens < stretch.closes);
            last = stretch.closes;
        }
        RC_ASSERT(last <= from + 720h);
    }));
}
