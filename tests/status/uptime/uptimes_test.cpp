#include "status/uptime/uptime_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Result<std::vector<Uptime>> asked(support::World& world, UptimeWish const& wish)
{
    return world.read([&](Call& call) { return uptimes(call.tx, wish, call.now); });
}

}  // namespace

TEST_CASE("uptimes: a service's period, exactly and with all that was not up")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    world.pass(1h);
    (void)samples::trouble(world, {.service = search, .state = ServiceState::partial}, 1h);
    world.pass(8h);
    auto const found = asked(world, {.service = search, .from = world.now() - 24h});
    REQUIRE(found);
    auto const& uptime = found->front();
    CHECK(uptime.exact == "97/100");
    CHECK(uptime.shown == "97.00");
    CHECK(uptime.counted_s == 10 * 3600);
    CHECK(uptime.down_s == 3600);
    CHECK(uptime.absent_s == 14 * 3600);
    REQUIRE(uptime.stretches.size() == 2);
    CHECK(uptime.stretches[0].counts == "absent");
    CHECK(uptime.stretches[1].state == ServiceState::partial);
    CHECK(uptime.stretches[1].weight == "0.3");
}

TEST_CASE("uptimes: without a name all services are there, for thirty days until now")
{
    support::World world;
    (void)samples::service(world, "Search");
    (void)samples::service(world, "Uploads");
    world.pass(std::chrono::days{40});
    auto const found = asked(world, {});
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK(found->at(0).to == world.now());
    CHECK(found->at(0).counted_s == 30 * 24 * 3600);
}

TEST_CASE("uptimes: a period ends now at the latest")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    world.pass(1h);
    auto const found = asked(world, {.service = search, .to = world.now() + 48h});
    REQUIRE(found);
    CHECK(found->front().to == world.now());
}

TEST_CASE("uptimes: a retired service has a past, and ends when it was retired")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    world.pass(1h);
    samples::retire(world, search);
    world.pass(1h);
    auto const found = asked(world, {.service = search, .from = world.now() - 2h});
    REQUIRE(found);
    CHECK(found->front().counted_s == 3600);
    CHECK(asked(world, {})->size() == 1);
    auto const later = asked(world, {.from = world.now() - 1h});
    CHECK(later->empty());
}

TEST_CASE("uptimes: a group keeps the past of a member that was retired within the period")
{
    support::World world;
    auto const group = samples::group(world, "Pictures").id;
    auto const uploads = samples::service_below(world, "Uploads", group).id;
    (void)samples::trouble(world, {.service = uploads}, 1h);
    samples::retire(world, uploads);
    (void)samples::service_below(world, "Galleries", group);
    world.pass(1h);
    auto const found = asked(world, {.service = group, .from = world.now() - 2h});
    REQUIRE(found);
    CHECK(found->front().down_s == 3600);
    CHECK(found->front().counted_s == 7200);
}

TEST_CASE("uptimes: periods that make no sense and unknown services are refused")
{
    support::World world;
    auto const code = [&](UptimeWish const& wish) { return asked(world, wish).error().code; };
    CHECK(code({.from = world.now()}) == "period.ends_before_start");
    CHECK(code({.from = world.now() + 1h}) == "period.ends_before_start");
    CHECK(code({.from = world.now() - std::chrono::days{4000}}) == "period.too_long");
    CHECK(code({.service = ServiceId{7}}) == "service.not_found");
}
