#include "team/sign_in.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;

TEST_CASE("set_password: a weak one is refused, a good one is told as a fact")
{
    support::World world;
    auto const grace = somebody(world, "grace");
    auto const weak = set_password(world.house(), grace.id, "short");
    REQUIRE(weak.has_error());
    CHECK(weak.error().code == "person.weak_password");
    CHECK(set_password(world.house(), grace.id, "correct horse battery"));
    CHECK(support::facts_told(world).back().kind == "PasswordSet");
    CHECK(
        set_password(world.house(), PersonId{1}, "correct horse battery").error().code ==
        "person.not_found");
}
