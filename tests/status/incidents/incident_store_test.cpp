#include "status/incidents/incident_store.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

constexpr auto start = support::test_start;

Incident incident(std::int64_t id)
{
    return {
        .id = IncidentId{id},
        .title = "Galleries are down",
        .state = IncidentState::identified,
        .worst = ServiceState::operational,
        .when =
            {.eta_at = start + 4h,
             .eta_from = start + 3h,
             .eta_words = "3 to 4 h",
             .next_word_at = start + 1h},
        .owner = PersonId{5},
        .started_at = start - 10min,
        .created_at = start,
        .changed_at = start};
}

// The rows of status_touched in the order of their beginning: state, since, until.
struct Row {
    ServiceState state = ServiceState::operational;
    Instant since;
    std::optional<Instant> until;
    bool operator==(Row const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Row, (), (state, since, until))

std::vector<Row> touched_rows(Call& call)
{
    return call.tx.all<Row>("SELECT state, since, until FROM status_touched ORDER BY since");
}

}  // namespace

TEST_CASE("store: what may change of an incident is saved as a new version")
{
    support::for_each_database([](support::World& world) {
        auto changed = incident(1);
        world.write([&](Call& call) {
            store::add_incident(call.tx, changed);
            changed.title = "Galleries were down";
            changed.state = IncidentState::resolved;
            changed.when = {};
            changed.data_safety = DataSafety::safe;
            changed.workaround = Workaround{.text = "Use the mirror.", .url = "https://m.example"};
            changed.account = AccountId{7};
            changed.first_seen = FirstSeen{.by = SeenBy::customer, .at = start, .detail = "T-1"};
            changed.merged_into = IncidentId{8};
            changed.owner.reset();
            changed.started_at = start - 1h;
            changed.monitoring_at = start + 1min;
            changed.resolved_at = call.now;
            changed.reviewed_at = start + 2min;
            changed.changed_at = start + 3min;
            store::save_incident(call.tx, changed);
        });
        CHECK(changed.version == 2);
        auto const found = samples::look(world, changed.id);
        CHECK(to_json(found.value()) == to_json(changed));
    });
}

TEST_CASE("store: what a service was held in, from when to when, stays in its rows")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            IncidentId const id{1};
            auto const touch = [&](ServiceState state, Instant since) {
                store::touch(call.tx, id, {.service = ServiceId{11}, .state = state}, since);
            };
            touch(ServiceState::major, start);
            touch(ServiceState::partial, start + 1h);
            store::release(call.tx, id, start + 2h);
            store::release(call.tx, id, start + 3h);  // said twice
            CHECK(
                touched_rows(call) == std::vector<Row>{
                                          {ServiceState::major, start, start + 1h},
                                          {ServiceState::partial, start + 1h, start + 2h}});
        });
    });
}

TEST_CASE("store: of two changes in one microsecond the later word holds")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const state : {ServiceState::major, ServiceState::degraded})
                store::touch(
                    call.tx, IncidentId{1}, {.service = ServiceId{11}, .state = state}, start);
            CHECK(
                touched_rows(call) ==
                std::vector<Row>{{ServiceState::degraded, start, std::nullopt}});
        });
    });
}

TEST_CASE("store: an incident changes its own rows only")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            Touched const down{.service = ServiceId{11}, .state = ServiceState::major};
            store::touch(call.tx, IncidentId{1}, down, start);
            store::touch(call.tx, IncidentId{2}, down, start + 1s);
            store::release(call.tx, IncidentId{1}, start + 1h);
            CHECK(
                touched_rows(call) == std::vector<Row>{
                                          {ServiceState::major, start, start + 1h},
                                          {ServiceState::major, start + 1s, std::nullopt}});
        });
    });
}

TEST_CASE("store: a stretch that begins after the end of all is of no length, never of less")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            IncidentId const id{1};
            store::touch(call.tx, id, {.service = ServiceId{11}}, start);
            store::touch(
                call.tx, id, {.service = ServiceId{11}, .state = ServiceState::operational},
                start + 2h);
            CHECK(store::holds_since(call.tx, id) == std::nullopt);
            store::release(call.tx, id, start + 1h);
            CHECK(
                touched_rows(call) == std::vector<Row>{
                                          {ServiceState::major, start, start + 2h},
                                          {ServiceState::operational, start + 2h, start + 2h}});
        });
    });
}

TEST_CASE("store: services are held since the newest state that is not well")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            IncidentId const id{1};
            store::touch(call.tx, id, {.service = ServiceId{11}}, start);
            store::touch(call.tx, id, {.service = ServiceId{12}}, start + 1h);
            CHECK(store::holds_since(call.tx, id) == start + 1h);
            CHECK(store::holds_since(call.tx, IncidentId{2}) == std::nullopt);
        });
    });
}
