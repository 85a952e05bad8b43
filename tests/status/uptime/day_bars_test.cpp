#include "status/uptime/uptime_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

TEST_CASE("day_bars: a bar for each day, oldest first; before it existed a service is unknown")
{
    support::World world;
    (void)samples::service(world, "Search");
    world.pass(24h);
    auto const bars = samples::bars(world, {.days = 3}).at(0);
    REQUIRE(bars.days.size() == 3);
    CHECK(bars.days[0].date == "2026-03-03");
    CHECK(bars.days[0].worst == ServiceState::unknown);
    CHECK(bars.days[0].shown.empty());
    CHECK(bars.days[1].date == "2026-03-04");
    CHECK(bars.days[1].worst == ServiceState::operational);
    CHECK(bars.days[1].shown == "100.00");
    CHECK(bars.shown == "100.00");
}

TEST_CASE("day_bars: trouble over midnight is parted between its days")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    world.pass(13h);  // 23:00
    (void)samples::trouble(world, {.service = search, .state = ServiceState::partial}, 3h);
    auto const days = samples::bars(world, {.days = 2}).at(0).days;
    CHECK(days[0].down_s == 3600);
    CHECK(days[1].down_s == 7200);
    CHECK(days[0].worst == ServiceState::partial);
    CHECK(days[0].shown == "97.85");  // 0.3 of an hour of the fourteen that it existed
    CHECK(days[1].shown == "70.00");  // of the two hours that have passed of today
}

TEST_CASE("day_bars: days are those of the reader")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    world.pass(13h);  // 23:00 UTC, and tomorrow in Berlin
    (void)samples::trouble(world, {.service = search}, 1h);
    auto const days = samples::bars(world, {.days = 2, .zone = "Europe/Berlin"}).at(0).days;
    CHECK(days[1].date == "2026-03-05");
    CHECK(days[0].down_s == 0);
    CHECK(days[1].down_s == 3600);
}

TEST_CASE("day_bars: a group is what its worst member is")
{
    support::World world;
    auto const group = world.write([](Call& call) {
        return add_service(call, {.name = "Pictures", .is_group = true}).value().id;
    });
    auto const add = [&](std::string const& name) {
        return world.write([&](Call& call) {
            return add_service(call, {.name = name, .parent = group}).value().id;
        });
    };
    auto const uploads = add("Uploads");
    auto const galleries = add("Galleries");
    (void)samples::trouble(world, {.service = uploads}, 1h);
    (void)samples::trouble(world, {.service = galleries}, 1h);
    for (auto const& bars : samples::bars(world, {.days = 1}))
        CHECK(bars.days.at(0).down_s == (bars.service == group ? 7200 : 3600));
}

TEST_CASE("day_bars: a group keeps the days of a member that was retired, which has no bars itself")
{
    support::World world;
    auto const group = samples::group(world, "Pictures").id;
    auto const uploads = samples::service_below(world, "Uploads", group).id;
    (void)samples::service_below(world, "Galleries", group);
    (void)samples::trouble(world, {.service = uploads}, 1h);
    samples::retire(world, uploads);
    world.pass(1h);
    auto const all = samples::bars(world, {.days = 1});
    REQUIRE(all.size() == 2);
    CHECK(all[0].service == group);
    CHECK(all[0].days.at(0).down_s == 3600);
    CHECK(all[0].shown == "50.00");
    CHECK(all[1].days.at(0).down_s == 0);
}

TEST_CASE("day_bars: trouble of one account is in its bars and in nobody else's")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    auto const ada = samples::account_of(world, samples::customer(world, "Ada"));
    (void)samples::trouble(world, {.service = search}, 1h, ada);
    CHECK(samples::bars(world, {.days = 1}).at(0).days[0].down_s == 0);
    CHECK(samples::bars(world, {.days = 1, .account = ada}).at(0).days[0].down_s == 3600);
}

TEST_CASE("day_bars: an account's plan weighs in its bars")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    auto const account = world.write([](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Pro";
        plan.weight_partial = 0.5;
        auto const sold = accounts::add_plan(call, plan).value();
        return accounts::add_account(call, {.name = "Ada", .plan = sold.id}).value().id;
    });
    (void)samples::trouble(world, {.service = search, .state = ServiceState::partial}, 1h);
    world.pass(1h);
    CHECK(samples::bars(world, {.days = 1}).at(0).shown == "85.00");
    CHECK(samples::bars(world, {.days = 1, .account = account}).at(0).shown == "75.00");
}
