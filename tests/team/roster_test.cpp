#include "team/roster.hpp"

#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::World;

namespace {

Result<Roster> put(World& world, std::vector<PersonId> const& people)
{
    return world.write([&](Call& call) { return set_roster(call, {.people = people}); });
}

std::optional<Person> duty(World& world)
{
    return world.read([](Call& call) { return on_duty(call.tx); });
}

}  // namespace

TEST_CASE("set_roster: it replaces the one before, in its order")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const ben = somebody(world, "ben");
    REQUIRE(put(world, {ada.id}));
    REQUIRE(put(world, {ben.id, ada.id}));
    CHECK(
        world.read([](Call& call) { return roster(call.tx); }).people ==
        std::vector{ben.id, ada.id});
    CHECK(facts_told(world).back() == support::ToldFact{"RosterChanged", "roster"});
}

TEST_CASE("set_roster: somebody unknown or twice is refused with his place")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const twice = put(world, {ada.id, ada.id});
    auto const unknown = put(world, {ada.id, PersonId{7}});
    REQUIRE(twice.has_error());
    REQUIRE(unknown.has_error());
    CHECK(twice.error().code == "roster.twice");
    CHECK(twice.error().field == "people[1]");
    CHECK(unknown.error().code == "person.not_found");
    CHECK(unknown.error().field == "people[1]");
}

TEST_CASE("on_duty: the first on the roster who is not disabled, else an owner, else nobody")
{
    World world;
    CHECK_FALSE(duty(world));
    auto const olga = somebody(world, "olga", Role::owner);
    auto const ada = somebody(world, "ada");
    auto const ben = somebody(world, "ben");
    CHECK(duty(world)->id == olga.id);
    REQUIRE(put(world, {ben.id, ada.id}));
    CHECK(duty(world)->id == ben.id);
    REQUIRE(world.write([&](Call& call) { return disable(call, ben.id); }));
    CHECK(duty(world)->id == ada.id);
    REQUIRE(world.write([&](Call& call) { return disable(call, ada.id); }));
    CHECK(duty(world)->id == olga.id);
}

TEST_CASE("whom_to_page: the owner while he is there, then who is on duty")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const ben = somebody(world, "ben");
    REQUIRE(put(world, {ben.id}));
    auto const whom = [&](std::optional<PersonId> owner) {
        return world.read([&](Call& call) { return whom_to_page(call.tx, owner)->id; });
    };
    CHECK(whom(ada.id) == ada.id);
    CHECK(whom(std::nullopt) == ben.id);
    CHECK(whom(PersonId{7}) == ben.id);
    REQUIRE(world.write([&](Call& call) { return disable(call, ada.id); }));
    CHECK(whom(ada.id) == ben.id);
}
