#include "wire/ical/zone.hpp"

#include "wire/ical/unfolded.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::ical;
using namespace std::chrono_literals;

namespace {

constexpr Instant november = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 21h + 30min;
constexpr Instant july = std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} + 21h + 30min;

}  // namespace

TEST_CASE("wall_time: is the clock on the wall of that zone, also in summer")
{
    CHECK(wall_time(november, "Europe/Berlin") == "20261121T223000");
    CHECK(wall_time(july, "Europe/Berlin") == "20260701T233000");
    CHECK(wall_time(july, "Asia/Kolkata") == "20260702T030000");
    CHECK(wall_time(july, "UTC") == "20260701T213000");
}

TEST_CASE("vtimezone: begins with the change that is in force and lists those to come")
{
    auto const zone = vtimezone("Europe/Berlin", november);
    auto const expected =
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"
        "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        "TZNAME:CET\r\nEND:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        "TZNAME:CEST\r\nEND:DAYLIGHT\r\n"
        "BEGIN:STANDARD\r\nDTSTART:20271031T030000\r\n";
    CHECK(zone.starts_with(expected));
    CHECK(zone.ends_with("END:VTIMEZONE\r\n"));
    CHECK(texts(zone, "TZNAME").size() == 41);  // 20 years
}

TEST_CASE("vtimezone: a zone that never changes has one offset for ever")
{
    CHECK(
        vtimezone("UTC", november) ==
        "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\n");
}

TEST_CASE("vtimezone: half hours and west of Greenwich")
{
    CHECK(
        texts(vtimezone("Asia/Kolkata", november), "TZOFFSETTO") ==
        std::vector<std::string>{"+0530"});
    CHECK(texts(vtimezone("America/St_Johns", november), "TZOFFSETTO").at(0) == "-0330");
}

TEST_CASE("vtimezone: nothing for a zone that nobody knows")
{
    CHECK(vtimezone("Mars/Olympus", november).empty());
}
