#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

TEST_CASE("link: an agent links a ticket to an incident; one that is not there is refused")
{
    World world;
    TicketHouse house{world};
    auto const incident = house.trouble();
    auto const id = *house.post({.text = "How much is Pro?"}).ticket;
    auto const linked =
        world.write([&](Call& call) { return tickets::link(call, id, {.incident = incident.id}); });
    REQUIRE(linked);
    CHECK(linked->incident == incident.id);
    CHECK(support::facts_told(world).back() == support::ToldFact{"TicketLinked", id.text()});
    auto const wrong = world.write(
        [&](Call& call) { return tickets::link(call, id, {.incident = IncidentId{42}}); });
    CHECK(wrong.error().code == "incident.not_found");
}

TEST_CASE("link: to nothing takes the link away; the same link again changes nothing")
{
    World world;
    TicketHouse house{world};
    auto const incident = house.trouble();
    auto const id = *house.post({.text = "where are my stats?"}).ticket;
    auto const version = house.ticket(id).version;
    world.write([&](Call& call) {
        CHECK(tickets::link(call, id, {.incident = incident.id})->version == version);
        CHECK_FALSE(tickets::link(call, id, {})->incident);
        CHECK(tickets::link(call, TicketId{42}, {}).error().code == "ticket.not_found");
    });
}

TEST_CASE(
    "link: to an incident that was merged links to the other, which knows since when he wrote")
{
    World world;
    TicketHouse house{world};
    auto const merged = house.trouble();
    auto const other = house.trouble();
    world.pass(std::chrono::minutes{3});
    auto const id = *house.post({.text = "How much is Pro?"}).ticket;
    world.write([&](Call& call) {
        CHECK(
            status::merge(call, merged.id, {.into = other.id, .text = "One cause."}, std::nullopt));
        CHECK(tickets::link(call, id, {.incident = merged.id})->incident == other.id);
        auto const report =
            status::first_seen_report(call.tx, call.now - std::chrono::hours{1}, call.now);
        CHECK(report.median_lead_s == 180);
    });
}
