#include "status/history/history_store.hpp"

#include "status/incidents/incident_store.hpp"
#include "status/samples.hpp"
#include "status/services/observation_store.hpp"
#include "status/windows/window_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

std::vector<PastState> past(support::World& world, ServiceId id, HistoryWish const& wish)
{
    return world.read([&](Call& call) { return store::history(call.tx, id, wish); });
}

std::vector<ServiceState> states(std::vector<PastState> const& stretches)
{
    std::vector<ServiceState> all;
    for (auto const& one : stretches)
        all.push_back(one.state);
    return all;
}

}  // namespace

TEST_CASE("store: what was held comes back as it was written, and the trace of it too")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        auto const incident = samples::publish(world, samples::outage_of(world, galleries)).value();
        world.write([&](Call& call) {
            auto const start = incident.started_at;
            std::vector<Held> const wish{
                {.service = galleries,
                 .state = ServiceState::partial,
                 .failing_percent = 12.5,
                 .symptom = "slow",
                 .from = start,
                 .to = start + 1h},
                {.service = galleries, .state = ServiceState::major, .from = start + 1h, .to = {}}};
            store::replace_held(call.tx, incident.id, wish);
            auto const times = store::times_of(call.tx, incident);
            CHECK(times.started_at == start);
            CHECK_FALSE(times.ended_at);
            CHECK(times.services == wish);
            for (std::int64_t id = 1; id <= 3; ++id)
                store::add_correction(
                    call.tx, incident.id,
                    {.id = CorrectionId{id},
                     .by = "system",
                     .at = call.now,
                     .reason = "The log.",
                     .before = times});
            auto const page = store::corrections(call.tx, incident.id, CorrectionId{3}, 1);
            REQUIRE(page.size() == 1);
            CHECK(page[0].id == CorrectionId{2});
            CHECK(page[0].by == "system");
            CHECK(page[0].reason == "The log.");
            CHECK(page[0].before == times);
            CHECK(store::corrected_incidents(call.tx).contains(incident.id));
        });
    });
}

TEST_CASE("store: the history of a service is its incidents, its windows and what nobody knew")
{
    support::for_each_database([](support::World& world) {
        using enum ServiceState;
        auto const galleries = samples::service(world, "Galleries").id;
        auto const start = world.now();
        world.write([&](Call& call) {
            store::begin_unknown(call.tx, galleries, start - 1h);
            store::end_unknown(call.tx, galleries, start);
        });
        auto const incident = samples::publish(world, samples::outage_of(world, galleries)).value();
        world.pass(1h);
        REQUIRE(samples::resolve(world, incident.id));
        auto const window = samples::plan(world, samples::work_on(world, galleries)).value();
        CHECK(
            states(past(world, galleries, {.from = start - 2h, .to = start + 1000h})) ==
            std::vector{major, unknown});  // what is planned is no history
        world.go_to(window.starts_at);
        world.write([&](Call& call) { advance(call, window.id); });

        HistoryWish const all{.from = start - 2h, .to = world.now() + 1s};
        auto const stretches = past(world, galleries, all);
        REQUIRE(states(stretches) == std::vector{maintenance, major, unknown});
        CHECK(stretches[0].window == window.id);
        CHECK_FALSE(stretches[0].to);
        CHECK(stretches[1].incident == incident.id);
        CHECK(stretches[1].from == start);
        CHECK(stretches[1].to == start + 1h);
        CHECK_FALSE(stretches[1].corrected);
        CHECK_FALSE(stretches[2].incident);

        auto later = all;
        later.from = start + 1h;
        CHECK(states(past(world, galleries, later)) == std::vector{maintenance});
        auto earlier = all;
        earlier.to = start;
        CHECK(states(past(world, galleries, earlier)) == std::vector{unknown});
        auto behind = all;
        behind.after = PastPlace{.from = stretches[1].from, .source = incident.id.value()};
        CHECK(states(past(world, galleries, behind)) == std::vector{unknown});
        auto one = all;
        one.limit = 1;
        CHECK(states(past(world, galleries, one)) == std::vector{maintenance});
    });
}

TEST_CASE("store: a stretch says that its incident was corrected")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        auto const incident = samples::publish(world, samples::outage_of(world, galleries)).value();
        world.pass(1h);
        REQUIRE(world.write([&](Call& call) {
            return correct_times(
                call, incident.id, {.reason = "The log.", .started_at = incident.started_at - 1min},
                std::nullopt);
        }));
        auto const stretches =
            past(world, galleries, {.from = incident.started_at - 1h, .to = world.now()});
        REQUIRE(stretches.size() == 1);
        CHECK(stretches[0].corrected);
    });
}
