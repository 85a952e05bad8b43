#include "wire/words/moments.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::words;
using namespace std::chrono_literals;

namespace {

constexpr Instant winter = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 15h + 30min;
constexpr Instant summer = std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} + 23h;

}  // namespace

TEST_CASE("short_moment: names the day only where it is another one for the reader")
{
    CHECK(short_moment(winter, {.zone = "Europe/Berlin"}, winter) == "16:30 CET");
    CHECK(short_moment(winter + 8h, {.zone = "Europe/Berlin"}, winter) == "22 Nov 00:30 CET");
    CHECK(short_moment(winter + 8h, {.zone = "Etc/UTC"}, winter) == "23:30 UTC");
}

TEST_CASE("full_moment: says the reader's time and UTC, with UTC's day where it differs")
{
    CHECK(
        full_moment(winter, {.zone = "Europe/Berlin"}) == "Sat 21 Nov 2026, 16:30 CET (15:30 UTC)");
    CHECK(
        full_moment(summer, {.language = Language::de, .zone = "Europe/Berlin"}) ==
        "Do 2. Juli 2026, 01:00 CEST (1. Juli 23:00 UTC)");
    CHECK(
        full_moment(winter, {.zone = "Asia/Kolkata"}) == "Sat 21 Nov 2026, 21:00 IST (15:30 UTC)");
    CHECK(full_moment(winter, {}) == "Sat 21 Nov 2026, 15:30 UTC");
}

TEST_CASE("full_moment: a zone that nobody knows is UTC")
{
    CHECK(full_moment(winter, {.zone = "Mars/Olympus"}) == "Sat 21 Nov 2026, 15:30 UTC");
}

TEST_CASE("language_of: a dialect is its language, anything else is English")
{
    CHECK(language_of("de-AT") == Language::de);
    CHECK(language_of("DE") == Language::de);
    CHECK(language_of("fr") == Language::en);
    CHECK(language_of("") == Language::en);
}

TEST_CASE("span_of: is cut and never rounded up")
{
    CHECK(span_of(59s, Language::en) == "0 min");
    CHECK(span_of(12min + 59s, Language::en) == "12 min");
    CHECK(span_of(2h, Language::en) == "2 h");
    CHECK(span_of(2h + 5min, Language::de) == "2 h 5 min");
    CHECK(span_of(47h + 59min, Language::en) == "47 h 59 min");
    CHECK(span_of(72h, Language::de) == "3 Tage");
    CHECK(span_of(-1h, Language::en) == "0 min");
}

TEST_CASE("exact_span_of: says every second, and nothing that is none")
{
    CHECK(exact_span_of(0s) == "0 s");
    CHECK(exact_span_of(59s) == "59 s");
    CHECK(exact_span_of(44min + 38s) == "44 min 38 s");
    CHECK(exact_span_of(2h + 5s) == "2 h 5 s");
    CHECK(exact_span_of(36h) == "36 h");
    CHECK(exact_span_of(-3s) == "0 s");
}

TEST_CASE("month_of: is the month where the reader is")
{
    auto const new_year = parse_rfc3339("2026-12-31T23:30:00Z").value();
    CHECK(month_of(new_year, {}) == "December 2026");
    CHECK(month_of(new_year, {.language = Language::de, .zone = "Europe/Berlin"}) == "Januar 2027");
}
