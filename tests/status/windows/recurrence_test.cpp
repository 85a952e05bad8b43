#include "status/windows/recurrence.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

Instant at(std::string_view text)
{
    return parse_rfc3339(text).value();
}

std::vector<std::string>
starts(Recurrence const& recurrence, std::string_view from, std::string_view to)
{
    std::vector<std::string> texts;
    for (auto const start : starts_between(recurrence, at(from), at(to)))
        texts.push_back(to_rfc3339(start));
    return texts;
}

std::string code_of(std::string const& rule, std::string const& first = "2026-03-05T22:00")
{
    auto const checked = check_recurrence({.zone = "Europe/Berlin", .first = first, .rule = rule});
    return checked ? "" : checked.error().code;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "starts_between: Thursday at 22:00 in Berlin stays 22:00 across both changes of the clock")
{
    Recurrence const thursdays{
        .zone = "Europe/Berlin", .first = "2026-03-05T22:00", .rule = "FREQ=WEEKLY;BYDAY=TH"};
    CHECK(
        starts(thursdays, "2026-03-20T00:00:00Z", "2026-04-04T00:00:00Z") ==
        Texts{"2026-03-26T21:00:00Z", "2026-04-02T20:00:00Z"});
    CHECK(
        starts(thursdays, "2026-10-20T00:00:00Z", "2026-11-01T00:00:00Z") ==
        Texts{"2026-10-22T20:00:00Z", "2026-10-29T21:00:00Z"});
}

TEST_CASE("starts_between: other zones change on other days, or never")
{
    CHECK(
        starts(
            {.zone = "America/New_York",
             .first = "2026-03-05T22:00",
             .rule = "FREQ=WEEKLY;BYDAY=TH"},
            "2026-03-01T00:00:00Z",
            "2026-03-14T00:00:00Z") == Texts{"2026-03-06T03:00:00Z", "2026-03-13T02:00:00Z"});
    CHECK(
        starts(
            {.zone = "Asia/Kolkata", .first = "2026-03-26T22:00", .rule = "FREQ=WEEKLY;BYDAY=TH"},
            "2026-03-26T00:00:00Z",
            "2026-04-03T00:00:00Z") == Texts{"2026-03-26T16:30:00Z", "2026-04-02T16:30:00Z"});
}

TEST_CASE("starts_between: inside a gap of the clock it moves on, in an overlap the first is meant")
{
    Recurrence const nights{
        .zone = "Europe/Berlin", .first = "2026-03-01T02:30", .rule = "FREQ=DAILY"};
    CHECK(
        starts(nights, "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z") ==
        Texts{"2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"});
    CHECK(
        starts(nights, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z") ==
        Texts{"2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"});
}

TEST_CASE("starts_between: the table of rules and the days that they mean")
{
    struct Row {
        std::string rule;
        Texts days;  // from 5 March 2026, 12:00 UTC each
    };
    for (auto const& row : std::vector<Row>{
             {"FREQ=DAILY;COUNT=3", {"2026-03-05", "2026-03-06", "2026-03-07"}},
             {"FREQ=DAILY;INTERVAL=10;COUNT=2", {"2026-03-05", "2026-03-15"}},
             {"FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", {"2026-03-05", "2026-03-10", "2026-03-12"}},
             {"FREQ=WEEKLY;INTERVAL=2;UNTIL=20260319", {"2026-03-05", "2026-03-19"}},
             {"FREQ=WEEKLY;UNTIL=20260312T115959Z", {"2026-03-05"}},
             {"FREQ=WEEKLY;UNTIL=20260312T120000Z", {"2026-03-05", "2026-03-12"}},
             {"FREQ=MONTHLY;BYDAY=-1SU;COUNT=2", {"2026-03-29", "2026-04-26"}},
             {"FREQ=MONTHLY;BYDAY=2TH;COUNT=2", {"2026-03-12", "2026-04-09"}},
             {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
              {"2026-03-31", "2026-04-30"}},
             {"FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", {"2026-03-31", "2026-05-31"}},
             {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1", {"2028-02-29"}}}) {
        CAPTURE(row.rule);
        Recurrence const recurrence{
            .zone = "Etc/UTC", .first = "2026-03-05T12:00", .rule = row.rule};
        CHECK(check_recurrence(recurrence));
        Texts days;
        for (auto const& start : starts(recurrence, "2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z"))
            days.push_back(start.substr(0, 10));
        CHECK(days == row.days);
    }
}

TEST_CASE("starts_between: a rule that began long ago still happens")
{
    for (auto const& [rule, first] : std::vector<std::pair<std::string, std::string>>{
             {"FREQ=DAILY", "1972-01-01T00:00"},
             {"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "1970-01-04T00:00"},
             {"FREQ=MONTHLY;BYDAY=1SU", "1970-01-04T00:00"},
             {"FREQ=YEARLY;BYMONTH=3;BYDAY=1SU", "1971-03-07T00:00"}}) {
        CAPTURE(rule);
        auto const all = starts(
            {.zone = "Etc/UTC", .first = first, .rule = rule}, "2026-03-01T00:00:00Z",
            "2026-03-02T00:00:00Z");
        CHECK(all == Texts{"2026-03-01T00:00:00Z"});
    }
}

TEST_CASE("starts_between: of many only as many as are asked for, and none behind all calendars")
{
    Recurrence const daily{.zone = "Etc/UTC", .first = "2026-03-05T12:00", .rule = "FREQ=DAILY"};
    auto const from = at("2030-01-01T00:00:00Z");
    auto const two = starts_between(daily, from, from + std::chrono::days{9}, 2);
    CHECK(two == std::vector{from + std::chrono::hours{12}, from + std::chrono::hours{36}});
    auto const late = at("9999-01-01T00:00:00Z");
    CHECK(starts_between(daily, late, late + std::chrono::days{9}).empty());
}

TEST_CASE("starts_between: whatever lies before a moment makes no difference to what follows it")
{
    static std::vector<std::string> const rules{
        "FREQ=DAILY;INTERVAL=10",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TH",
        "FREQ=DAILY;BYMONTH=2,7",
        "FREQ=DAILY;COUNT=30",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SA",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=TH",
        "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20301231",
        "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1SU",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2",
        "FREQ=MONTHLY;INTERVAL=13;BYMONTHDAY=31",
        "FREQ=YEARLY;INTERVAL=3",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"};
    CHECK(rc::check([] {
        Recurrence const recurrence{
            .zone = "America/New_York",
            .first = fmt::format(
                "2024-{:02}-{:02}T02:30", *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)),
            .rule = *rc::gen::elementOf(rules)};
        auto const first = first_start(recurrence).value();
        auto const from = first + std::chrono::hours{*rc::gen::inRange(0, 24 * 4'000)};
        auto const to = from + std::chrono::days{800};
        auto counted = starts_between(recurrence, first, to);
        std::erase_if(counted, [&](Instant start) { return start < from; });
        RC_ASSERT(starts_between(recurrence, from, to) == counted);
    }));
}

TEST_CASE("first_occurrence: the first that the rule holds, be it another day than was named")
{
    auto const first = [](std::string const& rule) {
        auto const found =
            first_occurrence({.zone = "Europe/Berlin", .first = "2026-03-02T22:00", .rule = rule});
        return found ? to_rfc3339(*found) : "";
    };
    CHECK(first("FREQ=WEEKLY") == "2026-03-02T21:00:00Z");  // a Monday
    CHECK(first("FREQ=WEEKLY;BYDAY=TH") == "2026-03-05T21:00:00Z");
    CHECK(first("FREQ=MONTHLY;BYDAY=-1SU") == "2026-03-29T20:00:00Z");
    CHECK(first("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260304") == "");
}

TEST_CASE("check_recurrence: a rule that is none, ends at no time or never happens is refused")
{
    CHECK(code_of("FREQ=HOURLY") == "series.too_often");
    for (std::string const rule :
         {"FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;UNTIL=20261301", "FREQ=DAILY;UNTIL=soon"}) {
        CAPTURE(rule);
        CHECK(code_of(rule) == "series.bad_rule");
    }
    CHECK(code_of("FREQ=WEEKLY;UNTIL=20260101") == "series.never");
}

TEST_CASE("check_recurrence: a rule has no room for another line of a calendar")
{
    for (std::string const end :
         {"\r\n", "20270101T0000\r\n", "20270101T0000\r\nZ", "20270101T000\r\n0", "20270101\r\n",
          "20270101T000060", "20270101T000000\n", "\t0270101"}) {
        CAPTURE(end);
        CHECK(code_of("FREQ=WEEKLY;UNTIL=" + end + ";BYDAY=TH") == "series.bad_rule");
    }
    for (std::string const rule :
         {"FREQ=WEEKLY;BYDAY=TH\r\nSUMMARY:x", "FREQ=WEEKLY\r\n;BYDAY=TH", "FREQ=WEEKLY;\nBYDAY=TH",
          "FREQ=WEEKLY;INTERVAL=2\r\n", "FREQ=WEEKLY;WKST=MO\n"}) {
        CAPTURE(rule);
        CHECK(code_of(rule) == "series.bad_rule");
    }
}

TEST_CASE("rule_in_utc: the end is a moment of UTC, a day's end is that of its zone")
{
    auto const in_utc = [](std::string const& rule) {
        return rule_in_utc({.zone = "Europe/Berlin", .first = "2026-03-05T22:00", .rule = rule});
    };
    CHECK(in_utc("FREQ=WEEKLY;BYDAY=TH") == "FREQ=WEEKLY;BYDAY=TH");
    CHECK(in_utc("UNTIL=20261231;FREQ=DAILY") == "UNTIL=20261231T225900Z;FREQ=DAILY");
    CHECK(in_utc("FREQ=DAILY;UNTIL=20260701T220000") == "FREQ=DAILY;UNTIL=20260701T200000Z");
    CHECK(in_utc("FREQ=DAILY;UNTIL=20260701T220000Z") == "FREQ=DAILY;UNTIL=20260701T220000Z");
}

TEST_CASE("check_recurrence: an unknown zone and a first that is no wall time are refused")
{
    auto const in = [](std::string const& zone) {
        return check_recurrence({.zone = zone, .first = "2026-03-05T22:00", .rule = "FREQ=WEEKLY"});
    };
    for (std::string const zone : {"", "Europe/Bonn", "../etc/passwd", "localtime"})
        CHECK(in(zone).error().code == "zone.unknown");
    for (std::string const first :
         {"", "2026-03-05", "2026-02-30T22:00", "2026-03-05T24:00", "2026-03-05T22:00Z",
          "2026-03-05 22:00", "-026-03-05T22:00", "1969-03-05T22:00"}) {
        CAPTURE(first);
        CHECK(code_of("FREQ=WEEKLY", first) == "series.bad_first");
    }
}
