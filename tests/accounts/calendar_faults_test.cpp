#include "accounts/faults.hpp"
#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

namespace {

std::string fault_of(std::function<void(NewCalendar&)> const& change)
{
    NewCalendar calendar{
        .name = "Office", .zone = "Europe/Berlin", .week = {.monday = {{"09:00", "18:00"}}}};
    change(calendar);
    auto const faults = faults_in(calendar);
    CHECK(faults.size() <= 1);
    return faults.empty() ? "" : faults.front().field + " " + faults.front().code;
}

std::string fault_of_window(std::string const& opens, std::string const& closes)
{
    return fault_of([&](auto& calendar) { calendar.week.friday = {{opens, closes}}; });
}

std::string fault_of_date(std::string const& date)
{
    return fault_of([&](auto& calendar) { calendar.holidays = {{.date = date}}; });
}

}  // namespace

TEST_CASE("faults: a calendar needs a name, a known zone and an open day")
{
    CHECK(fault_of([](auto&) {}) == "");
    CHECK(fault_of([](auto& c) { c.name = ""; }) == "name calendar.needs_name");
    CHECK(fault_of([](auto& c) { c.zone = "Mars/Base"; }) == "zone zone.unknown");
    CHECK(fault_of([](auto& c) { c.week = {}; }) == "week calendar.never_open");
}

TEST_CASE("faults: a window opens before it closes, at times of the day")
{
    CHECK(fault_of_window("00:00", "24:00") == "");
    CHECK(fault_of_window("09:00", "09:01") == "");
    for (auto const& [opens, closes] : std::vector<std::pair<std::string, std::string>>{
             {"09:00", "09:00"},
             {"18:00", "09:00"},
             {"24:00", "24:00"},
             {"09:00", "24:01"},
             {"09:60", "10:00"},
             {"9:00", "10:00"},
             {"-1:00", "10:00"},
             {"0900", "1000"},
             {"", ""}}) {
        CAPTURE(opens);
        CAPTURE(closes);
        CHECK(fault_of_window(opens, closes) == "week.friday[0] calendar.bad_window");
    }
}

TEST_CASE("faults: a holiday has a date that exists, and windows of its own")
{
    CHECK(fault_of_date("2026-12-24") == "");
    CHECK(fault_of_date("2028-02-29") == "");
    for (auto const* const wrong : {"2026-02-29", "2026-13-01", "24.12.2026", "2026-1-1", ""})
        CHECK_MESSAGE(fault_of_date(wrong) == "holidays[0].date calendar.bad_date", wrong);
    CHECK(fault_of([](auto& calendar) {
              calendar.holidays = {{.date = "2026-12-24", .windows = {{"12:00", "09:00"}}}};
          }) == "holidays[0].windows[0] calendar.bad_window");
}

TEST_CASE("faults: days and calendars have limits")
{
    std::vector<DayWindow> const windows(11, DayWindow{"09:00", "10:00"});
    CHECK(fault_of([&](auto& calendar) {
              calendar.week.sunday = windows;
          }) == "week.sunday calendar.bad_window");
    CHECK(fault_of([](auto& calendar) {
              calendar.holidays = std::vector<Holiday>(501, Holiday{.date = "2026-12-24"});
          }) == "holidays calendar.bad_date");
}
