#include "kernel/instant.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace std::chrono_literals;

namespace {

constexpr Instant march{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1} + 14h + 5min + 9s};

}  // namespace

TEST_CASE("instant: a whole second is written without a fraction, any other with six digits")
{
    CHECK(to_rfc3339(march) == "2026-03-01T14:05:09Z");
    CHECK(to_rfc3339(march + 42us) == "2026-03-01T14:05:09.000042Z");
}

TEST_CASE("instant: every moment from 1970 to 9999 comes back from its text")
{
    CHECK(rc::check([] {
        constexpr std::int64_t year_10000 = 253'402'300'800'000'000;
        auto const at = from_micros(*rc::gen::inRange<std::int64_t>(0, year_10000));
        RC_ASSERT(parse_rfc3339(to_rfc3339(at)) == at);
    }));
}

TEST_CASE("instant: offsets, lower case and fractions mean the same moment")
{
    for (auto const* const text :
         {"2026-03-01T14:05:09Z", "2026-03-01t14:05:09z", "2026-03-01 14:05:09Z",
          "2026-03-01T15:05:09+01:00", "2026-03-01T08:35:09-05:30", "2026-03-01T14:05:09.0Z",
          "2026-03-02T00:05:09.000000+10:00"}) {
        CAPTURE(text);
        CHECK(parse_rfc3339(text) == march);
    }
}

TEST_CASE("instant: digits beyond the microsecond are cut, not rounded")
{
    CHECK(parse_rfc3339("2026-03-01T14:05:09.123456789Z") == march + 123456us);
    CHECK(parse_rfc3339("2026-03-01T14:05:09.5Z") == march + 500ms);
}

TEST_CASE("instant: what is no moment is refused")
{
    for (auto const* const text :
         {"",
          "Z",
          "2026-03-01",
          "2026-03-01T14:05Z",
          "2026-03-01T14:05:09",
          "2026-02-29T00:00:00Z",
          "2026-13-01T00:00:00Z",
          "2026-00-01T00:00:00Z",
          "2026-03-00T00:00:00Z",
          "2026-03-01T24:00:00Z",
          "2026-03-01T14:60:00Z",
          "2026-03-01T14:05:60Z",
          "2026-03-01T14:05:09.Z",
          "2026-03-01T14:05:09.1234567890Z",
          "2026-03-01T14:05:09+0100",
          "2026-03-01T14:05:09+24:00",
          "2026-03-01T14:05:09Zz",
          "2026-3-1T14:05:09Z",
          "-026-03-01T14:05:09Z",
          "2026--3-01T14:05:09Z",
          "2026-03-01T-4:05:09Z",
          "+026-03-01T14:05:09Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_rfc3339(text));
    }
}

TEST_CASE("instant: moments outside the years 1970 to 9999 are refused, also by their offset")
{
    CHECK_FALSE(parse_rfc3339("1969-12-31T23:59:59Z"));
    CHECK_FALSE(parse_rfc3339("1970-01-01T00:30:00+01:00"));
    CHECK_FALSE(parse_rfc3339("9999-12-31T23:30:00-01:00"));
    CHECK(parse_rfc3339("9999-12-31T23:59:59Z"));
}

TEST_CASE("duration: a whole number and one unit")
{
    CHECK(parse_duration("45s") == Duration{45s});
    CHECK(parse_duration("90m") == Duration{90min});
    CHECK(parse_duration("2h") == Duration{2h});
    CHECK(parse_duration("3d") == Duration{72h});
}

TEST_CASE("duration: anything else is refused")
{
    for (auto const* const text :
         {"", "h", "2", "2 h", " 2h", "2h ", "2.5h", "-2h", "+2h", "0h", "2H", "2w", "2h30m",
          "3661d", "99999999999999999999s"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text));
    }
}
