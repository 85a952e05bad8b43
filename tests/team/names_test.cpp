#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;

TEST_CASE("name_of_actor: persons and tokens have names, nobody else")
{
    support::World world;
    auto const grace = somebody(world, "Grace");
    auto const token =
        world.write([](Call& call) { return create_token(call, {.name = "importer"}); }).value();
    world.read([&](Call& call) {
        CHECK(name_of_actor(call.tx, as(grace).text()) == "Grace");
        CHECK(name_of_actor(call.tx, token.token.id.text()) == "importer");
        for (auto const* const other :
             {"", "system", "nobody", "con_aaaaaaaaaaab", "per_aaaaaaaaaaab", "tok_aaaaaaaaaaab"})
            CHECK(name_of_actor(call.tx, other).empty());
    });
}
