#include "status/services/weigh.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Stretch {
    Instant since;
    std::optional<Instant> until;
    bool operator==(Stretch const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stretch, (), (since, until))

// A service that is watched every minute.
struct Watched {
    support::World world;
    ServiceId id;

    Watched() : id{add({.name = "Galleries", .checked_every_s = 60})} {}

    ServiceId add(NewService const& wish)
    {
        return world.write([&](Call& call) { return add_service(call, wish); }).value().id;
    }
    void change(std::optional<std::int64_t> every)
    {
        REQUIRE(world.write([&](Call& call) {
            return change_service(
                call, id, {.name = "Galleries", .checked_every_s = every}, std::nullopt);
        }));
    }
    void see(SeenState state, std::string from = "fra-1")
    {
        REQUIRE(world.write([&](Call& call) {
            return observe(call, {.service = id, .state = state, .seen_from = std::move(from)});
        }));
    }
    // The timer's moment, if one is set.
    std::optional<Instant> due()
    {
        return world.read([&](Call& call) {
            return call.tx.one<Instant>(
                "SELECT due_at FROM jobs_queue WHERE kind = 'status.silence' AND key = :key",
                {{"key", id.text()}});
        });
    }
    void fire(Instant due_at)
    {
        world.write([&](Call& call) { fall_silent(call, id, due_at); });
    }
    std::vector<Stretch> unknown()
    {
        return world.read([](Call& call) {
            return call.tx.all<Stretch>("SELECT since, until FROM status_unknown ORDER BY since");
        });
    }
    ServiceState state() { return samples::state_of(world, id); }
};

}  // namespace

TEST_CASE("watch: a timer is set when a service is watched, and taken back when it is not")
{
    Watched watched;
    CHECK(watched.due() == watched.world.now() + 3min);
    watched.world.pass(1min);
    watched.change(600);
    CHECK(watched.due() == watched.world.now() + 30min);
    watched.change(std::nullopt);
    CHECK_FALSE(watched.due());
}

TEST_CASE("watch: a retired service wakes nobody")
{
    Watched watched;
    REQUIRE(watched.world.write(
        [&](Call& call) { return retire_service(call, watched.id, std::nullopt); }));
    CHECK_FALSE(watched.due());
}

TEST_CASE("fall_silent: never green once three intervals have passed without a word")
{
    Watched watched;
    auto const start = watched.world.now();
    watched.world.pass(1min);
    watched.see(SeenState::operational);
    watched.world.go_to(start + 3min);
    watched.fire(start + 3min);
    CHECK(watched.state() == ServiceState::operational);
    CHECK(watched.due() == start + 4min);

    watched.world.go_to(start + 4min);
    watched.fire(start + 4min);
    CHECK(watched.state() == ServiceState::unknown);
    CHECK(
        watched.unknown() ==
        std::vector<Stretch>{{start, start + 1min}, {start + 4min, std::nullopt}});
    CHECK(samples::said(watched.world).back().kind == "ServiceChanged");
}

TEST_CASE("weigh: a service that is watched is unknown until the first look, and not before")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        auto const watched = world.write([](Call& call) {
            return add_service(call, {.name = "Galleries", .checked_every_s = 60});
        });
        auto const plain = samples::service(world, "Uploads").id;
        CHECK(watched->state == ServiceState::unknown);
        CHECK(samples::state_of(world, plain) == ServiceState::operational);
        world.pass(1min);
        world.write([&](Call& call) {
            return change_service(
                call, plain, {.name = "Uploads", .checked_every_s = 60}, std::nullopt);
        });
        CHECK(samples::state_of(world, plain) == ServiceState::unknown);
        world.write([&](Call& call) {
            return observe(
                call,
                {.service = watched->id, .state = SeenState::operational, .seen_from = "fra-1"});
        });
        CHECK(samples::state_of(world, watched->id) == ServiceState::operational);
        auto const stretches = world.read([&](Call& call) {
            return call.tx.all<Stretch>(
                "SELECT since, until FROM status_unknown WHERE service = :service",
                {{"service", watched->id}});
        });
        CHECK(stretches == std::vector<Stretch>{{start, start + 1min}});
    });
}

TEST_CASE("fall_silent: a late timer says since when, and twice is once")
{
    Watched watched;
    watched.see(SeenState::operational);
    auto const due = watched.world.now() + 3min;
    watched.world.pass(1h);
    watched.fire(due);
    watched.fire(due);
    CHECK(watched.unknown() == std::vector<Stretch>{{due, std::nullopt}});
    CHECK(samples::said(watched.world).size() == 3);  // added, looked at, silent
}

TEST_CASE("weigh: the next word ends silence, and the timer is set again")
{
    Watched watched;
    watched.see(SeenState::operational);
    auto const due = watched.world.now() + 3min;
    watched.world.pass(10min);
    watched.fire(due);
    watched.see(SeenState::operational);
    auto const now = watched.world.now();
    CHECK(watched.state() == ServiceState::operational);
    CHECK(watched.unknown() == std::vector<Stretch>{{due, now}});
    CHECK(watched.due() == now + 3min);
}

TEST_CASE("weigh: who is asked less often is silent later")
{
    Watched watched;
    watched.see(SeenState::operational);
    watched.world.pass(5min);
    watched.fire(watched.world.now() - 2min);
    CHECK(watched.state() == ServiceState::unknown);
    watched.change(3600);
    CHECK(watched.state() == ServiceState::operational);
}

TEST_CASE("judge: what is seen now is no doubt any more, until something else is seen")
{
    Watched watched;
    watched.see(SeenState::degraded);
    CHECK(watched.state() == ServiceState::unknown);
    watched.world.pass(1min);
    watched.world.write([&](Call& call) { judge(call, std::array{watched.id}); });
    CHECK(watched.state() == ServiceState::operational);
    watched.world.pass(1min);
    watched.see(SeenState::degraded);
    CHECK(watched.state() == ServiceState::operational);
    watched.world.pass(1min);
    watched.see(SeenState::major);
    CHECK(watched.state() == ServiceState::unknown);
}

TEST_CASE("judge: judging does not end silence")
{
    Watched watched;
    watched.world.pass(5min);
    watched.fire(watched.world.now());
    watched.world.write([&](Call& call) { judge(call, std::array{watched.id}); });
    CHECK(watched.state() == ServiceState::unknown);
}
