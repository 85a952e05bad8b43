#include "status/incidents/first_seen.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

constexpr auto noon = support::test_start;

FirstSight by_monitor(std::optional<Instant> customer_at)
{
    return {.by = SeenBy::monitor, .at = noon, .customer_at = customer_at, .created_at = noon};
}

}  // namespace

TEST_CASE("first_seen: who saw it first is counted, and how long before a customer we knew (R-24)")
{
    std::vector<FirstSight> const all{
        by_monitor(noon + 10min),
        by_monitor(noon + 4min),
        by_monitor(std::nullopt),
        {.by = SeenBy::us, .at = noon, .customer_at = noon + 6min, .created_at = noon}};
    CHECK(
        first_seen_report(all) ==
        FirstSeenReport{
            .incidents = 4, .by_monitor = 3, .by_us = 1, .by_customer = 0, .median_lead_s = 360});
}

TEST_CASE("first_seen: where the customer was first, we were behind by the time until we wrote")
{
    std::vector<FirstSight> const all{
        {.by = SeenBy::customer, .at = noon, .customer_at = noon, .created_at = noon + 5min},
        by_monitor(noon + 1min)};
    CHECK(first_seen_report(all).median_lead_s == -120);
}

TEST_CASE("first_seen: nobody knows of incidents without a sighting, and none have no median")
{
    CHECK(first_seen_report(std::vector<FirstSight>{}) == FirstSeenReport{});
    CHECK(
        first_seen_report(std::vector{FirstSight{.created_at = noon}}) ==
        FirstSeenReport{.incidents = 1});
}

TEST_CASE("first_seen: incidents count by when they began; suspected and merged ones do not")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        auto wish = outage_of(world, galleries);
        wish.started_at = world.now() - 2h;
        REQUIRE(publish(world, wish));
        auto const first = publish(world, outage_of(world, galleries));
        auto const second = publish(world, outage_of(world, galleries));
        world.write([&](Call& call) {
            CHECK(suspect(call, {.title = "Slow", .services = {{.service = galleries}}}));
            CHECK(merge(call, second->id, {.into = first->id, .text = "One cause."}, std::nullopt));
            heard_from_customer(call, first->id, call.now + 90s);
        });
        world.read([&](Call& call) {
            CHECK(
                first_seen_report(call.tx, call.now - 1h, call.now + 1us) ==
                FirstSeenReport{.incidents = 1, .by_us = 1, .median_lead_s = 90});
            CHECK(first_seen_report(call.tx, call.now - 3h, call.now).incidents == 1);
            CHECK(first_seen_report(call.tx, call.now + 1h, call.now + 2h).incidents == 0);
        });
    });
}
