#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

namespace {

Result<Incident> hand_over(
    support::World& world, IncidentId id, std::optional<PersonId> owner,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write(
        [&](Call& call) { return status::hand_over(call, id, {.owner = owner}, version); });
}

}  // namespace

TEST_CASE("hand_over: the incident and what is promised of it are somebody else's")
{
    support::for_each_database([](support::World& world) {
        auto const ada = person(world, "ada");
        auto const bob = person(world, "bob");
        auto wish = outage_of(world, service(world, "Galleries").id);
        wish.owner = ada.id;
        auto const incident = publish(world, wish);
        auto const handed = hand_over(world, incident->id, bob.id);
        REQUIRE(handed);
        CHECK(handed->owner == bob.id);
        CHECK(to_json(look(world, incident->id).value()) == to_json(*handed));
        world.read([&](Call& call) {
            auto const promise = promises::about(call.tx, incident->id.text()).at(0);
            CHECK(promise.owner == bob.id);
            CHECK(promises::history(call.tx, promise.id).back().reason == "handed over");
        });
        CHECK(said(world).back() == support::ToldFact{"IncidentHandedOver", incident->id.text()});
    });
}

TEST_CASE("hand_over: to nobody it is theirs who are on duty; to whom it is already, nothing new")
{
    support::World world;
    auto const ada = person(world, "ada");
    auto wish = outage_of(world, service(world, "Galleries").id);
    wish.owner = ada.id;
    auto const incident = publish(world, wish);
    CHECK(hand_over(world, incident->id, ada.id)->version == 1);
    CHECK_FALSE(hand_over(world, incident->id, std::nullopt)->owner);
}

TEST_CASE("hand_over: to somebody who is not there, or of what is not, is refused")
{
    support::World world;
    auto const ada = person(world, "ada");
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    CHECK(hand_over(world, incident->id, PersonId{1}).error().code == "person.not_found");
    CHECK(hand_over(world, IncidentId{1}, ada.id).error().code == "incident.not_found");
    CHECK(hand_over(world, incident->id, ada.id, 7).error().kind == Refusal::stale);
    REQUIRE(world.write([&](Call& call) { return team::disable(call, ada.id); }));
    CHECK(hand_over(world, incident->id, ada.id).error().code == "person.not_found");
}
