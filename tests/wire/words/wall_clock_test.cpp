#include "wire/words/wall_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::words;
using namespace std::chrono_literals;

namespace {

Instant utc(std::string_view text)
{
    return parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("read_wall_clock: is the moment at which the zone's clocks show it")
{
    struct Row {
        std::string_view text;
        std::string zone;
        std::string_view at;
    };
    for (auto const& [text, zone, at] : std::vector<Row>{
             {"2026-11-24T16:30", "Etc/UTC", "2026-11-24T16:30:00Z"},
             {"2026-11-24T16:30", "Europe/Berlin", "2026-11-24T15:30:00Z"},
             {"2026-07-01T16:30", "Europe/Berlin", "2026-07-01T14:30:00Z"},
             {"2026-11-24T16:30:15", "Asia/Kolkata", "2026-11-24T11:00:15Z"}}) {
        CAPTURE(std::string{text});
        CHECK(read_wall_clock(text, zone) == WallClock{utc(at), utc(at)});
    }
}

TEST_CASE("read_wall_clock: a time that comes twice, or not at all, is two moments")
{
    CHECK(
        read_wall_clock("2026-10-25T02:30", "Europe/Berlin") ==
        WallClock{utc("2026-10-25T00:30:00Z"), utc("2026-10-25T01:30:00Z")});
    CHECK(
        read_wall_clock("2026-03-29T02:30", "Europe/Berlin") ==
        WallClock{utc("2026-03-29T00:30:00Z"), utc("2026-03-29T01:30:00Z")});
}

TEST_CASE("read_wall_clock: what is no time, or in a zone that nobody knows, is nothing")
{
    for (std::string_view const text :
         {"", "2026-11-24", "24.11.2026 16:30", "2026-02-30T10:00", "2026-11-24T25:00",
          "1969-12-31T10:00", "99999-01-01T10:00", "2026-11-24T16:30Z", "noon"}) {
        CAPTURE(std::string{text});
        CHECK_FALSE(read_wall_clock(text, "Etc/UTC"));
    }
    CHECK_FALSE(read_wall_clock("2026-11-24T16:30", "Mars/Olympus"));
}
