#include "promises/page_owner.hpp"

#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> paged_for(LedgerWorld& world, std::optional<PersonId> owner)
{
    auto const promise =
        world.given({.text = "A reply", .owner = owner, .due_at = world.now() + 1h});
    world.write([&](Call& call) { page_owner(call, promise); });
    return world.paged(promise.id.text());
}

}  // namespace

TEST_CASE("page_owner: the owner, else whoever is on duty, else nobody and no failure")
{
    LedgerWorld world;
    CHECK(paged_for(world, std::nullopt).empty());
    world.somebody("olga", team::Role::owner);
    auto const ada = world.somebody("ada");
    CHECK(paged_for(world, ada.id) == std::vector<std::string>{"ada@team.example.test"});
    CHECK(paged_for(world, std::nullopt) == std::vector<std::string>{"olga@team.example.test"});
    REQUIRE(world.write([&](Call& call) { return team::disable(call, ada.id); }));
    CHECK(paged_for(world, ada.id) == std::vector<std::string>{"olga@team.example.test"});
}

TEST_CASE("page_owner: he reads what was promised and when it was due by his own clock")
{
    LedgerWorld world;
    auto const olga = world.write([](Call& call) {
        return team::add_person(
            call, {.name = "Olga",
                   .email = *Email::parse("olga@team.example.test"),
                   .role = team::Role::owner,
                   .zone = "Europe/Berlin"});
    });
    REQUIRE(olga);
    auto const promise =
        world.given({.text = "A fix for all", .due_at = world.now() + 1h, .about = "inc_1"});
    world.write([&](Call& call) { page_owner(call, promise); });
    auto const body = world.read([](Call& call) {
        return call.tx.one<std::string>("SELECT body FROM notify_notices WHERE about = 'inc_1'");
    });
    REQUIRE(body);
    CHECK(body->find("Late: A fix for all") != std::string::npos);
    CHECK(body->find("2026-03-04 12:00 CET") != std::string::npos);
    CHECK(body->find("/console/promises") != std::string::npos);
}
