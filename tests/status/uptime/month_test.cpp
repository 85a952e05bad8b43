#include "status/uptime/month.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant at(std::string_view text)
{
    return parse_rfc3339(text).value();
}

std::int64_t minutes_of_month(std::string_view day, std::string const& zone)
{
    auto const month = month_of(at(day), zone);
    return (month.to - month.from) / 1min;
}

}  // namespace

TEST_CASE("month_of: V15, a month has the minutes that its clocks showed")
{
    CHECK(minutes_of_month("2026-03-15T12:00:00Z", "Europe/London") == 44'580);
    CHECK(minutes_of_month("2026-10-15T12:00:00Z", "Europe/London") == 44'700);
    CHECK(minutes_of_month("2026-11-15T12:00:00Z", "America/New_York") == 43'260);
    CHECK(minutes_of_month("2026-03-15T12:00:00Z", "Etc/UTC") == 44'640);
}

TEST_CASE("month_of: the month is that of the zone, not ours")
{
    CHECK(
        month_of(at("2026-06-30T22:30:00Z"), "Europe/Berlin") ==
        Period{at("2026-06-30T22:00:00Z"), at("2026-07-31T22:00:00Z")});
}

TEST_CASE("month_of: an unknown zone is a bug")
{
    CHECK_THROWS((void)month_of(at("2026-06-30T22:30:00Z"), "Mars/Olympus"));
}

TEST_CASE("last_days: today is the last one, and the days meet")
{
    auto const days = last_days(at("2026-11-22T10:00:00Z"), 3, "Etc/UTC");
    CHECK(
        days == std::vector{
                    at("2026-11-20T00:00:00Z"), at("2026-11-21T00:00:00Z"),
                    at("2026-11-22T00:00:00Z"), at("2026-11-23T00:00:00Z")});
}

TEST_CASE("last_days: the day of a change of clocks has 23 or 25 hours")
{
    auto const spring = last_days(at("2026-03-29T12:00:00Z"), 1, "Europe/Berlin");
    CHECK(spring.back() - spring.front() == 23h);
    auto const autumn = last_days(at("2026-10-25T12:00:00Z"), 1, "Europe/Berlin");
    CHECK(autumn.back() - autumn.front() == 25h);
}

TEST_CASE("last_days: where the clock jumps over midnight the day begins after the jump")
{
    auto const days = last_days(at("2026-09-06T12:00:00Z"), 2, "America/Santiago");
    CHECK(days[1] == at("2026-09-06T04:00:00Z"));
    CHECK(days[2] - days[1] == 23h);
}

TEST_CASE("last_dates: the dates of those days where somebody lives")
{
    CHECK(
        last_dates(at("2026-11-22T23:30:00Z"), 2, "Europe/Berlin") ==
        std::vector<std::string>{"2026-11-22", "2026-11-23"});
}
