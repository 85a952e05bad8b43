#include "status/services/observation_store.hpp"

#include "status/samples.hpp"
#include "status/windows/window_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

constexpr ServiceId galleries{1};

store::Seen seen(ServiceState state, Instant at, std::string from = "fra-1")
{
    return {
        .service = galleries,
        .seen_from = std::move(from),
        .state = state,
        .failing_ppm = Ppm{250'000},
        .detail = "timeouts",
        .at = at};
}

struct Stretch {
    Instant since;
    std::optional<Instant> until;
    bool operator==(Stretch const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stretch, (), (since, until))

std::vector<Stretch> unknown_stretches(Call& call)
{
    return call.tx.all<Stretch>("SELECT since, until FROM status_unknown ORDER BY since");
}

}  // namespace

TEST_CASE("store: of each watcher the last word is known, and since when it sees the same")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            using enum ServiceState;
            auto const now = call.now;
            store::begin_sighting(call.tx, seen(operational, now - 9min));
            store::begin_sighting(call.tx, seen(major, now - 5min));
            store::renew_sighting(call.tx, seen(major, now - 4min));
            store::begin_sighting(call.tx, seen(operational, now - 3min, "nyc-1"));
            store::add_confirmation(
                call.tx, galleries, {.at = now - 2min, .seen_from = "Ada"}, PersonId{7});

            auto const heard = store::heard_of(call.tx, {.id = galleries, .checked_every_s = 60});
            CHECK(
                heard.sightings == std::vector<Sighting>{
                                       {"fra-1", major, now - 5min, now - 4min, false},
                                       {"nyc-1", operational, now - 3min, now - 3min, false}});
            CHECK(heard.confirmed_at == now - 2min);
            CHECK(heard.checked_every_s == 60);

            store::judge_sightings(call.tx, galleries);
            store::forget_sightings(call.tx, galleries, now - 3min);
            auto const left = store::heard_of(call.tx, {.id = galleries});
            REQUIRE(left.sightings.size() == 1);
            CHECK(left.sightings[0].seen_from == "nyc-1");
            CHECK(left.sightings[0].is_judged);
        });
    });
}

TEST_CASE("store: nobody was ever heard of a service that nothing watches")
{
    support::for_each_database([](support::World& world) {
        world.read([](Call& call) {
            auto const heard = store::heard_of(call.tx, {.id = galleries});
            CHECK(heard.sightings.empty());
            CHECK_FALSE(heard.confirmed_at);
        });
    });
}

TEST_CASE("store: stretches in which we did not know stand beside each other, never over")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto const now = call.now;
            store::begin_unknown(call.tx, galleries, now - 9min);
            CHECK(store::is_unknown(call.tx, galleries));
            store::end_unknown(call.tx, galleries, now - 5min);
            CHECK_FALSE(store::is_unknown(call.tx, galleries));
            store::begin_unknown(call.tx, galleries, now - 7min);
            store::end_unknown(call.tx, galleries, now - 1min);
            CHECK(
                unknown_stretches(call) ==
                std::vector<Stretch>{{now - 9min, now - 5min}, {now - 5min, now - 1min}});
            store::begin_unknown(call.tx, galleries, now);
            store::end_unknown(call.tx, galleries, now - 30s);  // it ended before it began
            CHECK(unknown_stretches(call).size() == 2);
        });
    });
}

TEST_CASE("store: an open incident speaks of a service before one that is only suspected")
{
    support::for_each_database([](support::World& world) {
        auto const id = samples::service(world, "Galleries").id;
        auto const of = [&] {
            return world.read([&](Call& call) { return store::incident_of(call.tx, id); });
        };
        CHECK_FALSE(of());
        auto const suspected = world.write([&](Call& call) {
            return suspect(call, {.title = "Is it slow?", .services = {{.service = id}}});
        });
        CHECK(of() == suspected->id);
        auto const open = samples::publish(world, samples::outage_of(world, id)).value();
        CHECK(of() == open.id);
        REQUIRE(samples::resolve(world, open.id));
        CHECK(of() == suspected->id);
    });
}

TEST_CASE("store: a service is in a window while that runs")
{
    support::for_each_database([](support::World& world) {
        auto const id = samples::service(world, "Galleries").id;
        auto const window = samples::plan(world, samples::work_on(world, id)).value();
        auto const is_in = [&] {
            return world.read([&](Call& call) { return store::is_in_window(call.tx, id); });
        };
        CHECK_FALSE(is_in());
        world.go_to(window.starts_at);
        world.write([&](Call& call) { advance(call, window.id); });
        CHECK(is_in());
    });
}
