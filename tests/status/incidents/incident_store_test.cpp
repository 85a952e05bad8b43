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
        .when =
            {.eta_at = start + 4h,
             .eta_from = start + 3h,
             .eta_words = "3 to 4 h",
             .next_word_at = start + 1h},
        .owner = PersonId{5},
        .started_at = start - 10min,
        .created_at = start};
}

Update word(std::int64_t id, std::string text)
{
    return {
        .id = UpdateId{id},
        .state = IncidentState::investigating,
        .text = std::move(text),
        .when = {.eta_at = start + 2h, .eta_words = "2h"},
        .at = start};
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

TEST_CASE("store: an incident comes back whole, its newest word first")
{
    support::for_each_database([](support::World& world) {
        auto wish = incident(1);
        wish.services = {
            {.service = ServiceId{11}, .state = ServiceState::partial},
            {.service = ServiceId{12}, .state = ServiceState::degraded}};
        wish.updates = {word(22, "Second"), word(21, "First")};
        world.write([&](Call& call) {
            store::add_incident(call.tx, wish);
            for (auto const& touched : wish.services)
                store::touch(call.tx, wish.id, touched, wish.started_at);
            for (auto const& one : wish.updates)
                store::add_update(call.tx, wish.id, one);
            store::add_update(call.tx, IncidentId{2}, word(23, "Of another"));
        });
        world.read([&](Call& call) {
            auto const found = store::find_incident(call.tx, wish.id, call.now);
            CHECK(to_json(found.value()) == to_json(wish));
            CHECK_FALSE(store::find_incident(call.tx, IncidentId{9}, call.now));
        });
    });
}

TEST_CASE("store: what may change of an incident is saved as a new version")
{
    support::for_each_database([](support::World& world) {
        auto changed = incident(1);
        world.write([&](Call& call) {
            store::add_incident(call.tx, changed);
            changed.title = "Galleries were down";
            changed.state = IncidentState::resolved;
            changed.when = {};
            changed.owner.reset();
            changed.resolved_at = call.now;
            store::save_incident(call.tx, changed);
        });
        CHECK(changed.version == 2);
        auto const found = samples::look(world, changed.id);
        CHECK(to_json(found.value()) == to_json(changed));
    });
}

TEST_CASE("store: incidents are paged newest first, and open ones are those without an end")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (std::int64_t id = 1; id <= 4; ++id) {
                auto one = incident(id);
                if (id % 2 == 0)
                    one.resolved_at = call.now;
                store::add_incident(call.tx, one);
            }
            auto const ids = [](std::vector<Incident> const& all) {
                std::vector<std::int64_t> found;
                for (auto const& one : all)
                    found.push_back(one.id.value());
                return found;
            };
            using Ids = std::vector<std::int64_t>;
            CHECK(ids(store::incidents(call.tx, call.now, {}, 3, Which::all)) == Ids{4, 3, 2});
            CHECK(ids(store::incidents(call.tx, call.now, IncidentId{2}, 3, Which::all)) == Ids{1});
            CHECK(ids(store::open_incidents(call.tx, call.now)) == Ids{3, 1});
        });
    });
}

TEST_CASE("store: only an open incident is overdue, since the first moment that passed")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            store::add_incident(call.tx, incident(1));
            auto over = incident(2);
            over.resolved_at = call.now;
            store::add_incident(call.tx, over);
            auto const later = start + 5h;
            auto const open = store::find_incident(call.tx, IncidentId{1}, later);
            CHECK(open->overdue);
            CHECK(open->overdue_since == start + 1h);
            CHECK_FALSE(store::find_incident(call.tx, IncidentId{2}, later)->overdue);
        });
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
