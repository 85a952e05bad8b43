#include "status/uptime/past_store.hpp"

#include "status/uptime/tally.hpp"
#include "status/uptime/uptime_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Past {
    support::World& world;
    ServiceId search = samples::service(world, "Search").id;
    Instant begin = world.now();

    Life life()
    {
        return world.read([&](Call& call) {
            auto const all = services(call.tx);
            return store::lives(call.tx, all, {begin, call.now}, std::nullopt).at(search);
        });
    }
    Tally tally() { return tally_of(timeline({.notice = 72h}, life(), {begin, world.now()})); }
    WindowId plan(Duration ahead)
    {
        auto wish = samples::work_on(world, search);
        wish.starts_at = world.now() + ahead;
        wish.ends_at = wish.starts_at + 2h;
        wish.short_reason = "A disk is dying.";
        return samples::plan(world, wish).value().id;
    }
    void run(Duration until)  // its timers, too
    {
        world.pass(until);
    }
};

}  // namespace

TEST_CASE("past_store: what an incident said is there, with how much of it failed")
{
    support::for_each_database([](support::World& world) {
        Past past{world};
        Touched const slow{
            .service = past.search, .state = ServiceState::degraded, .failing_percent = 12.5};
        (void)samples::trouble(world, slow, 1h);
        auto const spells = past.life().spells;
        REQUIRE(spells.size() == 1);
        CHECK(spells[0].from == past.begin);
        CHECK(spells[0].to == past.begin + 1h);
        CHECK(spells[0].state == ServiceState::degraded);
        CHECK(spells[0].failing == share(0.125));
    });
}

TEST_CASE("past_store: only what touches the period is there")
{
    support::for_each_database([](support::World& world) {
        Past past{world};
        (void)samples::trouble(world, {.service = past.search}, 1h);
        past.begin = world.now();
        world.pass(1h);
        CHECK(past.life().spells.empty());
        REQUIRE(samples::publish(world, samples::outage_of(world, past.search)));
        world.pass(1h);
        auto const spells = past.life().spells;
        REQUIRE(spells.size() == 1);
        CHECK_FALSE(spells[0].to);
    });
}

TEST_CASE("past_store: a window that was announced in time is excused, another is not")
{
    support::for_each_database([](support::World& world) {
        Past past{world};
        (void)past.plan(72h);
        (void)past.plan(71h);
        world.pass(100h);
        auto const tally = past.tally();
        CHECK(tally.excused == 2h);
        CHECK(tally.total() - tally.up == 1h);
    });
}

TEST_CASE("past_store: a window that was called off before it began never was")
{
    support::for_each_database([](support::World& world) {
        Past past{world};
        auto const id = past.plan(71h);
        REQUIRE(samples::call_off(world, id));
        world.pass(100h);
        CHECK(past.tally().up == 100h);
    });
}

TEST_CASE("past_store: what was not known is there, until somebody knew")
{
    support::for_each_database([](support::World& world) {
        Past past{world};
        world.write([&](Call& call) {
            call.tx.run(
                R"sql(
                INSERT INTO status_unknown (service, since, until)
                VALUES (:service, :since, :until), (:service, :later, NULL))sql",
                {{"service", past.search},
                 {"since", call.now},
                 {"until", call.now + 1h},
                 {"later", call.now + 3h}});
            return Result<void>{};
        });
        world.pass(4h);
        CHECK(past.tally().unknown == 2h);
    });
}
