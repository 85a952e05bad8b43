#include "notify/hours.hpp"

#include "accounts/accounts.hpp"

#include <absl/time/time.h>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using accounts::QuietHours;
using accounts::Topic;

namespace {

using namespace std::chrono_literals;

std::string end_of(QuietHours const& hours, std::string const& zone, std::string_view at)
{
    auto const until = quiet_until(hours, zone, parse_rfc3339(at).value());
    return until ? to_rfc3339(*until) : "not quiet";
}

absl::TimeZone::CivilInfo there(Instant at, std::string const& name)
{
    absl::TimeZone zone;
    REQUIRE(absl::LoadTimeZone(name, &zone));
    return zone.At(absl::FromUnixMicros(to_micros(at)));
}

std::string const berlin = "Europe/Berlin";
QuietHours const night{"22:00", "07:00"};

}  // namespace

TEST_CASE("quiet_until: nights pass midnight, and begin and end on the minute")
{
    CHECK(end_of(night, "Etc/UTC", "2026-03-04T21:59:59Z") == "not quiet");
    CHECK(end_of(night, "Etc/UTC", "2026-03-04T22:00:00Z") == "2026-03-05T07:00:00Z");
    CHECK(end_of(night, "Etc/UTC", "2026-03-05T06:59:59Z") == "2026-03-05T07:00:00Z");
    CHECK(end_of(night, "Etc/UTC", "2026-03-05T07:00:00Z") == "not quiet");
}

TEST_CASE("quiet_until: hours within a day end on that day")
{
    QuietHours const nap{"12:30", "14:00"};
    CHECK(end_of(nap, "Etc/UTC", "2026-03-04T12:29:00Z") == "not quiet");
    CHECK(end_of(nap, "Etc/UTC", "2026-03-04T13:00:00Z") == "2026-03-04T14:00:00Z");
}

TEST_CASE("quiet_until: it is his own clock that counts")
{
    CHECK(end_of(night, berlin, "2026-01-04T21:30:00Z") == "2026-01-05T06:00:00Z");
    CHECK(end_of(night, "Asia/Kathmandu", "2026-01-04T16:15:00Z") == "2026-01-05T01:15:00Z");
    CHECK(end_of(night, "America/New_York", "2026-01-04T21:30:00Z") == "not quiet");
}

TEST_CASE("quiet_until: where clocks are set forward over the end, it ends with that")
{
    // 29 March 2026: 02:00 CET is 03:00 CEST, at 01:00 UTC.
    CHECK(end_of({"22:00", "02:30"}, berlin, "2026-03-29T00:30:00Z") == "2026-03-29T01:00:00Z");
    CHECK(end_of(night, berlin, "2026-03-28T23:00:00Z") == "2026-03-29T05:00:00Z");
    // The pause from 02:10 to 02:50 does not come that night, so it goes on until the next.
    CHECK(end_of({"02:50", "02:10"}, berlin, "2026-03-29T00:30:00Z") == "2026-03-30T00:10:00Z");
}

TEST_CASE("quiet_until: where clocks are set back, the same hours come twice")
{
    // 25 October 2026: 03:00 CEST is 02:00 CET, at 01:00 UTC.
    QuietHours const early{"22:00", "02:30"};
    CHECK(end_of(early, berlin, "2026-10-24T23:00:00Z") == "2026-10-25T00:30:00Z");
    CHECK(end_of(early, berlin, "2026-10-25T00:45:00Z") == "not quiet");
    CHECK(end_of(early, berlin, "2026-10-25T01:10:00Z") == "2026-10-25T01:30:00Z");
    CHECK(end_of(night, berlin, "2026-10-24T23:00:00Z") == "2026-10-25T06:00:00Z");
}

TEST_CASE("quiet_until: what cannot be read is never quiet")
{
    CHECK(end_of({"late", "07:00"}, berlin, "2026-03-04T23:00:00Z") == "not quiet");
    CHECK(end_of(night, "Mars/Olympus", "2026-03-04T23:00:00Z") == "not quiet");
}

TEST_CASE("quiet_until: it is quiet until then, and not at its end, in every zone and night")
{
    CHECK(rc::check([] {
        auto const zone = *rc::gen::element<std::string>(
            "Etc/UTC", berlin, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
            "Africa/Casablanca", "Pacific/Apia");
        auto const from = *rc::gen::inRange(0, 24 * 60);
        auto const to = (from + *rc::gen::inRange(1, 24 * 60)) % (24 * 60);
        auto const clock = [](int minute) {
            return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
        };
        QuietHours const hours{clock(from), clock(to)};
        auto const is_quiet = [&](Instant at) {
            auto const shown = there(at, zone).cs;
            auto const minute = shown.hour() * 60 + shown.minute();
            return from < to ? minute >= from && minute < to : minute >= from || minute < to;
        };
        // Minutes of two years, so that every change of clocks is met.
        auto const at = parse_rfc3339("2025-06-01T00:00:00Z").value() +
                        std::chrono::minutes{*rc::gen::inRange(0, 2 * 365 * 24 * 60)};
        auto const until = quiet_until(hours, zone, at);
        RC_ASSERT(until.has_value() == is_quiet(at));
        if (!until)
            return;
        RC_ASSERT(*until > at);
        RC_ASSERT(*until - at <= 49h);
        RC_ASSERT(!is_quiet(*until));
        if (there(at, zone).offset != there(*until, zone).offset)
            return;  // a pause that clocks make by themselves is none
        for (auto moment = at; moment < *until; moment += 1min)
            RC_ASSERT(is_quiet(moment));
    }));
}

TEST_CASE("next_time: it comes once a day, by his own clock")
{
    auto const next = [](std::string_view at, std::string const& time) {
        return to_rfc3339(next_time(time, berlin, parse_rfc3339(at).value()).value());
    };
    CHECK(next("2026-01-04T06:59:59Z", "08:00") == "2026-01-04T07:00:00Z");
    CHECK(next("2026-01-04T07:00:00Z", "08:00") == "2026-01-05T07:00:00Z");
    CHECK(next("2026-03-28T12:00:00Z", "02:30") == "2026-03-29T01:00:00Z");  // skipped: at once
    CHECK(next("2026-10-25T00:00:00Z", "02:30") == "2026-10-25T00:30:00Z");
    CHECK(next("2026-10-25T00:30:00Z", "02:30") == "2026-10-26T01:30:00Z");  // not twice
    CHECK_FALSE(next_time("8 am", berlin, Instant{}));
    CHECK_FALSE(next_time("08:00", "Mars/Olympus", Instant{}));
}

TEST_CASE("breaks_through: outages and their end do, where he lets them, and nothing else")
{
    for (auto const topic : {Topic::unplanned, Topic::recovery}) {
        CHECK(breaks_through({"22:00", "07:00", true}, topic));
        CHECK_FALSE(breaks_through({"22:00", "07:00", false}, topic));
    }
    for (auto const topic : {Topic::planned, Topic::news})
        CHECK_FALSE(breaks_through({"22:00", "07:00", true}, topic));
}
