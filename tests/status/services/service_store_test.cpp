#include "status/incidents/incident_store.hpp"
#include "status/samples.hpp"
#include "status/services/service_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Service service(std::int64_t id, std::string name, std::int64_t position = 0)
{
    return {
        .id = ServiceId{id},
        .name = std::move(name),
        .description = "What it is for",
        .is_public = false,
        .position = position,
        .parent = ServiceId{99},
        .created_at = support::test_start};
}

}  // namespace

TEST_CASE("store: a service comes back as it was written, by id and by name in any case")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(1, "Galleries");
        world.write([&](Call& call) { store::add_service(call.tx, galleries); });
        world.read([&](Call& call) {
            CHECK(
                to_json(store::find_service(call.tx, ServiceId{1}).value()) == to_json(galleries));
            CHECK(store::find_service_named(call.tx, "gALLERIES")->id == galleries.id);
            CHECK_FALSE(store::find_service(call.tx, ServiceId{2}));
            CHECK_FALSE(store::find_service_named(call.tx, "Galler"));
        });
    });
}

TEST_CASE("store: services are listed by position, then by name without regard to case")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            store::add_service(call.tx, service(1, "uploads", 1));
            store::add_service(call.tx, service(2, "Website", -1));
            store::add_service(call.tx, service(3, "Galleries", 1));
        });
        std::vector<ServiceId> ids;
        for (auto const& one : world.read([](Call& call) { return store::services(call.tx); }))
            ids.push_back(one.id);
        CHECK(ids == std::vector{ServiceId{2}, ServiceId{3}, ServiceId{1}});
    });
}

TEST_CASE("store: services since a moment are all that were not retired before it")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const id : {1, 2, 3}) {
                auto one = service(id, fmt::format("Disk {}", id));
                store::add_service(call.tx, one);
                if (id == 3)
                    continue;
                one.retired_at = call.now + id * 1h;
                store::save_service(call.tx, one);
            }
        });
        auto const since = [&](Instant at) {
            std::vector<std::int64_t> ids;
            for (auto const& one :
                 world.read([&](Call& call) { return store::services_since(call.tx, at); }))
                ids.push_back(one.id.value());
            std::ranges::sort(ids);
            return ids;
        };
        using Ids = std::vector<std::int64_t>;
        CHECK(since(Instant::min()) == Ids{1, 2, 3});
        CHECK(since(world.now() + 1h) == Ids{2, 3});
        CHECK(since(Instant::max()) == Ids{3});
    });
}

TEST_CASE("store: a service is in the worst state that is held at present")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            store::add_service(call.tx, service(1, "Galleries"));
            auto const state = [&] { return store::find_service(call.tx, ServiceId{1})->state; };
            auto const touch = [&](std::int64_t incident, ServiceState said, Duration after) {
                store::touch(
                    call.tx, IncidentId{incident}, {.service = ServiceId{1}, .state = said},
                    call.now + after);
            };
            touch(7, ServiceState::degraded, 0s);
            touch(8, ServiceState::partial, 1s);
            CHECK(state() == ServiceState::partial);
            touch(8, ServiceState::operational, 2s);
            CHECK(state() == ServiceState::degraded);
            store::release(call.tx, IncidentId{7}, call.now + 3s);
            CHECK(state() == ServiceState::operational);
            CHECK(store::services(call.tx).at(0).state == ServiceState::operational);
        });
    });
}

TEST_CASE("store: a group is in the worst state of its members, a running window's included")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto website = service(9, "Website");
            website.is_group = true;
            website.parent.reset();
            auto galleries = service(1, "Galleries");
            galleries.parent = website.id;
            store::add_service(call.tx, website);
            store::add_service(call.tx, galleries);
            store::touch(
                call.tx, IncidentId{7}, {.service = galleries.id, .state = ServiceState::partial},
                call.now);
            CHECK(store::find_service(call.tx, website.id)->state == ServiceState::partial);
            CHECK(store::services(call.tx).at(0).id == website.id);
            CHECK(store::services(call.tx).at(0).state == ServiceState::partial);
            CHECK(store::has_members(call.tx, website.id));
            CHECK(store::is_held(call.tx, galleries.id));
            CHECK_FALSE(store::is_held(call.tx, website.id));
        });
    });
}

TEST_CASE("store: a retired service is found by its id only")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto galleries = service(1, "Galleries");
            store::add_service(call.tx, galleries);
            CHECK(store::count_services(call.tx) == 1);
            galleries.retired_at = call.now;
            store::save_service(call.tx, galleries);
            CHECK(
                to_json(store::find_service(call.tx, galleries.id).value()) == to_json(galleries));
            CHECK_FALSE(store::find_service_named(call.tx, "Galleries"));
            CHECK(store::count_services(call.tx) == 0);
            store::add_service(call.tx, service(2, "Galleries"));  // the name is free
        });
    });
}
