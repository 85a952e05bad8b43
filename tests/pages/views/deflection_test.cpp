#include "pages/views/deflection.hpp"

#include "pages/views/view_store.hpp"
#include "status/status.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

IncidentId publish(support::World& world)
{
    return world.write([](Call& call) {
        auto const service = status::add_service(call, {.name = "Statistics"}).value().id;
        status::NewIncident wish;
        wish.title = "Statistics are late";
        wish.text = "We look for the cause.";
        wish.services = {{.service = service}};
        wish.next_word_at = call.now + 1h;
        return status::publish(call, wish).value().id;
    });
}

}  // namespace

TEST_CASE("deflection_of: views of the incident's page, and nobody had to write")
{
    support::World world;
    auto const incident = publish(world);
    world.write([&](Call& call) { store::add_views(call.tx, {{incident, 42}}); });
    auto const deflection = world.read([&](Call& call) { return deflection_of(call, incident); });
    REQUIRE(deflection);
    CHECK(deflection->page_views == 42);
    CHECK(deflection->linked_tickets == 0);
    CHECK(deflection->free_tickets == 0);
}

TEST_CASE("deflection: its route answers for an incident that there is, and 404 for another")
{
    support::World world;
    auto const incident = publish(world);
    http::Table table;
    add_deflection_route(table);
    auto const get = [&](IncidentId id) {
        auto const path = "/api/v1/incidents/" + id.text() + "/deflection";
        return support::ask(world, table, Actor::system(), {.method = "GET", .path = path});
    };
    CHECK(get(incident)->status == 200);
    REQUIRE(get(IncidentId{9}).has_error());
    CHECK(get(IncidentId{9}).error().code == "incident.not_found");
}
