#include "status/windows/rrule.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

std::string code_of(std::string_view rule)
{
    auto const checked = check_rule(rule);
    return checked ? "" : checked.error().code;
}

}  // namespace

TEST_CASE("check_rule: what maintenance needs is let through")
{
    for (std::string const rule :
         {"FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU", "FREQ=MONTHLY;BYDAY=-1SU",
          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
          "FREQ=DAILY;COUNT=1000", "FREQ=DAILY;UNTIL=20270101T000000Z"}) {
        CAPTURE(rule);
        CHECK(code_of(rule) == "");
    }
}

TEST_CASE("check_rule: what begins more often than daily, never, or for nobody is refused")
{
    for (std::string const rule :
         {"FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=90", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=1,2,3",
          "FREQ=DAILY;BYMINUTE=0,15", "FREQ=WEEKLY;BYSECOND=1"}) {
        CAPTURE(rule);
        CHECK(code_of(rule) == "series.too_often");
    }
    for (std::string const rule :
         {"",
          "TH",
          "FREQ",
          "FREQ=",
          "FREQ=FORTNIGHTLY",
          "BYDAY=TH",
          "FREQ=WEEKLY;FREQ=DAILY",
          "FREQ=WEEKLY;BYDAY=XX",
          "FREQ=WEEKLY;BYDAY=2TH",
          "FREQ=MONTHLY;BYDAY=6TH",
          "FREQ=MONTHLY;BYDAY=0TH",
          "FREQ=DAILY;INTERVAL=0",
          "FREQ=DAILY;INTERVAL=100",
          "FREQ=DAILY;COUNT=0",
          "FREQ=DAILY;COUNT=1001",
          "FREQ=DAILY;COUNT=9999999999999999999",
          "FREQ=DAILY;COUNT=2;UNTIL=20270101",
          "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=YEARLY;BYMONTH=13",
          "FREQ=MONTHLY;BYMONTHDAY=32",
          "FREQ=MONTHLY;BYSETPOS=1",
          "FREQ=YEARLY;BYDAY=MO;BYSETPOS=5",
          "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=300",
          "FREQ=YEARLY;BYWEEKNO=20",
          "FREQ=YEARLY;BYYEARDAY=1",
          "FREQ=DAILY;X-A=1",
          "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
          "FREQ=WEEKLY;",
          "freq=weekly"}) {
        CAPTURE(rule);
        CHECK(code_of(rule) == "series.bad_rule");
    }
    CHECK(code_of(std::string(201, 'x')) == "series.bad_rule");
}

TEST_CASE("interval_of: one, unless it is said")
{
    CHECK(interval_of(parts_of("FREQ=WEEKLY;INTERVAL=3").value()) == 3);
    CHECK(interval_of(parts_of("FREQ=WEEKLY").value()) == 1);
}
