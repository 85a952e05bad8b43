#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

TEST_CASE("add_calendar: a calendar is kept and told")
{
    support::World world;
    NewCalendar const wish{
        .name = "Berlin",
        .zone = "Europe/Berlin",
        .week = {.monday = {{.opens = "08:30", .closes = "17:00"}}}};
    auto const calendar = world.write([&](Call& call) { return add_calendar(call, wish); });
    REQUIRE(calendar);
    auto const found = world.read([&](Call& call) { return find_calendar(call.tx, calendar->id); });
    REQUIRE(found);
    CHECK(to_json(*found) == to_json(*calendar));
    CHECK(support::facts_told(world) == support::Told{{"CalendarAdded", calendar->id.text()}});
}

TEST_CASE("add_calendar: a calendar that is never open is refused")
{
    support::World world;
    auto const calendar =
        world.write([](Call& call) { return add_calendar(call, {.name = "Closed"}); });
    REQUIRE(calendar.has_error());
    CHECK(calendar.error().code == "calendar.never_open");
    CHECK(support::facts_told(world).empty());
}
