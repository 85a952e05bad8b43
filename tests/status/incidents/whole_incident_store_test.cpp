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
        .when = {.next_word_at = start + 1h},
        .started_at = start - 10min,
        .created_at = start,
        .changed_at = start};
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

std::vector<std::int64_t> ids(std::vector<Incident> const& all)
{
    std::vector<std::int64_t> found;
    for (auto const& one : all)
        found.push_back(one.id.value());
    return found;
}
using Ids = std::vector<std::int64_t>;

void add(Call& call, Incident const& one)
{
    store::add_incident(call.tx, one);
    for (auto const& touched : one.services)
        store::touch(call.tx, one.id, touched, one.started_at);
    for (auto const& update : one.updates)
        store::add_update(call.tx, one.id, update);
}

}  // namespace

TEST_CASE("whole store: an incident comes back with all that belongs to it, newest word first")
{
    support::for_each_database([](support::World& world) {
        auto wish = incident(1);
        wish.services = {
            {.service = ServiceId{11},
             .state = ServiceState::partial,
             .failing_percent = 12.5,
             .symptom = "Some time out"},
            {.service = ServiceId{12}, .state = ServiceState::degraded}};
        wish.worst = ServiceState::partial;
        wish.data_safety = DataSafety::at_risk;
        wish.workaround = Workaround{.text = "Use the mirror.", .url = "https://m.example.test"};
        wish.first_seen = FirstSeen{.by = SeenBy::monitor, .at = start - 10min, .detail = "fra-1"};
        wish.updates = {word(22, "Second"), word(21, "First")};
        wish.updates[1].changes = {
            {.service = ServiceId{11}, .to = ServiceState::partial},
            {.service = ServiceId{12}, .to = ServiceState::degraded}};
        wish.eta_history = {{.eta_at = start + 2h, .eta_words = "2h", .said_at = start}};
        world.write([&](Call& call) {
            add(call, wish);
            auto other = incident(2);
            other.updates = {word(23, "Of another")};
            other.updates[0].changes = {{.service = ServiceId{11}, .to = ServiceState::major}};
            add(call, other);
        });
        world.read([&](Call& call) {
            auto const found = store::find_incident(call.tx, wish.id, call.now);
            CHECK(to_json(found.value()) == to_json(wish));
            CHECK_FALSE(store::find_incident(call.tx, IncidentId{9}, call.now));
            auto const both = store::incidents(call.tx, call.now, {}, 9, Which::all);
            CHECK(to_json(both.at(1)) == to_json(wish));
        });
    });
}

TEST_CASE("whole store: the services are as last said, and the worst is the worst they ever were")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add(call, incident(1));
            Touched const down{.service = ServiceId{11}};
            Touched const slow{.service = ServiceId{11}, .state = ServiceState::degraded};
            store::touch(call.tx, IncidentId{1}, down, start);
            store::touch(call.tx, IncidentId{1}, slow, start + 1h);
            auto const found = store::find_incident(call.tx, IncidentId{1}, call.now);
            CHECK(found->services == std::vector{slow});
            CHECK(found->worst == ServiceState::major);
            CHECK(found->worsts.at(ServiceId{11}).touched == down);
            CHECK(found->worsts.at(ServiceId{11}).lasted == 1h);
        });
    });
}

TEST_CASE("whole store: a worst state that came back lasted as long as both times together")
{
    support::World world;
    world.write([](Call& call) {
        add(call, incident(1));
        Touched const down{.service = ServiceId{11}};
        Touched const slow{.service = ServiceId{11}, .state = ServiceState::degraded};
        store::touch(call.tx, IncidentId{1}, slow, start);
        store::touch(call.tx, IncidentId{1}, down, start + 10min);
        store::touch(call.tx, IncidentId{1}, slow, start + 30min);
        store::touch(call.tx, IncidentId{1}, down, start + 60min);
        store::touch(call.tx, IncidentId{1}, slow, start + 65min);
        auto const found = store::find_incident(call.tx, IncidentId{1}, call.now);
        CHECK(found->worsts.at(ServiceId{11}).touched.state == ServiceState::major);
        CHECK(found->worsts.at(ServiceId{11}).lasted == 25min);
    });
}

TEST_CASE("whole store: incidents are paged newest first, and suspected ones stand apart")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (std::int64_t id = 1; id <= 6; ++id) {
                auto one = incident(id);
                if (id % 2 == 0)
                    one.resolved_at = call.now;
                if (id >= 5)
                    one.state = IncidentState::suspected;  // 6 was dismissed
                store::add_incident(call.tx, one);
            }
            auto const list = [&](Which which, std::optional<IncidentId> after = {}) {
                return ids(store::incidents(call.tx, call.now, after, 3, which));
            };
            CHECK(list(Which::all) == Ids{4, 3, 2});
            CHECK(list(Which::all, IncidentId{2}) == Ids{1});
            CHECK(list(Which::open) == Ids{3, 1});
            CHECK(list(Which::resolved) == Ids{4, 2});
            CHECK(list(Which::suspected) == Ids{5});
            CHECK(ids(store::open_incidents(call.tx, call.now)) == Ids{3, 1});
        });
    });
}

TEST_CASE("whole store: what is suspected of services is shown, and is not held")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto one = incident(1);
            one.state = IncidentState::suspected;
            store::add_incident(call.tx, one);
            Touched const slow{
                .service = ServiceId{11}, .state = ServiceState::degraded, .symptom = "slow"};
            store::suspect(call.tx, one.id, {.service = ServiceId{11}});
            store::suspect(call.tx, one.id, slow);
            CHECK(store::find_incident(call.tx, one.id, call.now)->services == std::vector{slow});
            CHECK(call.tx.one<std::int64_t>("SELECT COUNT(*) FROM status_touched") == 0);
            one.state = IncidentState::investigating;
            store::save_incident(call.tx, one);
            CHECK(store::find_incident(call.tx, one.id, call.now)->services.empty());
        });
    });
}

TEST_CASE("whole store: only an open incident is overdue, since the first moment that passed")
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

TEST_CASE("whole store: an incident repeats earlier ones on its services, merged ones not (R-22)")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto const begin = [&](std::int64_t id, Instant at, std::int64_t service) {
                auto one = incident(id);
                one.started_at = at;
                one.services = {{.service = ServiceId{service}}};
                if (id == 4)
                    one.merged_into = IncidentId{3};
                add(call, one);
            };
            using std::chrono::days;
            begin(1, start - days{100}, 11);
            begin(2, start - days{50}, 12);
            begin(3, start - days{40}, 11);
            begin(4, start - days{30}, 11);
            begin(5, start, 11);
            auto const all = store::incidents(call.tx, call.now, {}, 9, Which::all);
            CHECK(all.at(0).repeats == std::vector{IncidentId{3}});
            CHECK(all.at(2).repeats == std::vector{IncidentId{1}});
            CHECK(all.at(3).repeats.empty());
        });
    });
}
