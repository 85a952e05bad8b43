#include "team/links.hpp"

#include "kernel/digest.hpp"
#include "team/password.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::World;

namespace {

LinkForm const olga{.name = "Olga", .email = "olga@team.example.test", .password = "correct horse"};

std::string owner_link(World& world)
{
    return *world.write([](Call& call) { return first_owner_link(call); });
}

std::string code_of(World& world, std::string const& secret, LinkForm const& form)
{
    auto house = world.house();
    auto const session = spend_link(house, secret, form);
    return session ? "" : session.error().code;
}

}  // namespace

TEST_CASE("spend_link: the first link makes the owner and signs him in")
{
    World world;
    auto const secret = owner_link(world);
    auto house = world.house();
    auto const session = spend_link(house, secret, olga);
    REQUIRE(session);
    world.read([&](Call& call) {
        auto const found = store::session(call.tx, sha256(*session));
        REQUIRE(found);
        CHECK(found->role == Role::owner);
        CHECK(is_password(store::password_hash(call.tx, found->person), "correct horse"));
    });
}

TEST_CASE("spend_link: a link works once")
{
    World world;
    auto const secret = owner_link(world);
    CHECK(code_of(world, secret, olga).empty());
    CHECK(code_of(world, secret, olga) == "link.spent");
}

TEST_CASE("spend_link: a form that is refused leaves the link as it was")
{
    World world;
    auto const secret = owner_link(world);
    auto form = olga;
    form.email = "no address";
    CHECK(code_of(world, secret, form) == "person.bad_email");
    form = olga;
    form.password = "short";
    CHECK(code_of(world, secret, form) == "person.weak_password");
    form = olga;
    form.name = " ";
    CHECK(code_of(world, secret, form) == "person.needs_name");
    CHECK(code_of(world, secret, olga).empty());
}

TEST_CASE("spend_link: after a day it is too late")
{
    World world;
    auto const secret = owner_link(world);
    world.pass(std::chrono::hours{24});
    CHECK(code_of(world, secret, olga) == "link.spent");
}

TEST_CASE("spend_link: what is no link is told apart from nothing")
{
    World world;
    CHECK(code_of(world, "", olga) == "link.spent");
    CHECK(code_of(world, std::string(43, 'x'), olga) == "link.spent");
}

TEST_CASE("first_owner_link: a newer one replaces the older")
{
    World world;
    auto const older = owner_link(world);
    auto const newer = owner_link(world);
    CHECK(code_of(world, older, olga) == "link.spent");
    CHECK(code_of(world, newer, olga).empty());
}

TEST_CASE("first_owner_link: there is none once there is an owner, and an open one is dead")
{
    World world;
    auto const secret = owner_link(world);
    somebody(world, "otto", Role::owner);
    CHECK_FALSE(world.write([](Call& call) { return first_owner_link(call); }));
    CHECK(code_of(world, secret, olga) == "link.spent");
}

TEST_CASE("password_link: its person sets a password, which ends his other sessions")
{
    World world;
    somebody(world, "olga", Role::owner);
    auto const ada = somebody(world, "ada");
    auto const link = world.write([&](Call& call) { return password_link(call, ada.id); });
    auto const again = world.write([&](Call& call) { return password_link(call, ada.id); });
    REQUIRE(link);
    REQUIRE(again);
    CHECK(code_of(world, *link, {.password = "correct horse"}) == "link.spent");

    auto house = world.house();
    auto const first = spend_link(house, *again, {.password = "correct horse"});
    REQUIRE(first);
    auto const reset = world.write([&](Call& call) { return password_link(call, ada.id); });
    REQUIRE(spend_link(house, *reset, {.password = "another horse"}));
    world.read([&](Call& call) {
        CHECK_FALSE(store::session(call.tx, sha256(*first)));
        CHECK(is_password(store::password_hash(call.tx, ada.id), "another horse"));
    });
}

TEST_CASE("password_link: somebody disabled or unknown gets none")
{
    World world;
    somebody(world, "olga", Role::owner);
    auto const ada = somebody(world, "ada");
    REQUIRE(world.write([&](Call& call) { return disable(call, ada.id); }));
    auto const disabled = world.write([&](Call& call) { return password_link(call, ada.id); });
    auto const unknown = world.write([&](Call& call) { return password_link(call, PersonId{5}); });
    REQUIRE(disabled.has_error());
    REQUIRE(unknown.has_error());
    CHECK(disabled.error().code == "person.disabled");
    CHECK(unknown.error().code == "person.not_found");
}
