#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Unreachable gone(support::World& world)
{
    return {.reason = "550 5.1.1 unknown", .since = world.now()};
}

void set(support::World& world, std::string_view whom, std::optional<Unreachable> const& why)
{
    world.write([&](Call& call) { set_unreachable(call, address(whom), why); });
}

std::optional<Unreachable> of_ada(support::World& world)
{
    return world
        .read(
            [](Call& call) { return find_contact_by_email(call.tx, address("ada@example.test")); })
        .value()
        .unreachable;
}

}  // namespace

TEST_CASE("set_unreachable: the contact says why he cannot be reached, and since when")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        CHECK_FALSE(of_ada(world));
        set(world, "Ada@Example.test", gone(world));
        CHECK(of_ada(world) == gone(world));
        auto const account =
            world.read([&](Call& call) { return find_account(call.tx, ada.id).value(); });
        CHECK(account.contacts.at(0).unreachable == gone(world));
        set(world, "ada@example.test", std::nullopt);
        CHECK_FALSE(of_ada(world));
    });
}

TEST_CASE("set_unreachable: who gets such an address later cannot be reached either")
{
    support::World world;
    set(world, "ada@example.test", gone(world));
    CHECK(support::facts_told(world).empty());
    CHECK(add_ada(world).contacts.at(0).unreachable == gone(world));
}

TEST_CASE("set_unreachable: what changes is told of the contact, once")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    set(world, "ada@example.test", std::nullopt);
    CHECK(kinds_told(world, 3).empty());
    set(world, "ada@example.test", gone(world));
    set(world, "ada@example.test", gone(world));
    CHECK(kinds_told(world, 3) == Kinds{"ReachChanged"});
    CHECK(support::facts_told(world).back().subject == ada.text());
    set(world, "ada@example.test", std::nullopt);
    CHECK(kinds_told(world, 3) == Kinds{"ReachChanged", "ReachChanged"});
}
