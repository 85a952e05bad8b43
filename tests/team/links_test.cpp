#include "team/links.hpp"

#include "kernel/digest.hpp"
#include "team/authenticator.hpp"
#include "team/password.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
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
    REQUIRE(*session);
    world.read([&](Call& call) {
        auto const found = store::session(call.tx, sha256(**session));
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
        CHECK_FALSE(store::session(call.tx, sha256(first->value())));
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

TEST_CASE("password_link: where a second factor is on, it sets the password and lets nobody in")
{
    World world;
    auto const ada = enrolled(world, "ada").person;
    auto const link = world.write([&](Call& call) { return password_link(call, ada.id); });
    auto house = world.house();
    auto const session = spend_link(house, *link, {.password = "another horse"});
    REQUIRE(session);
    CHECK_FALSE(*session);
    world.read([&](Call& call) {
        CHECK(is_password(store::password_hash(call.tx, ada.id), "another horse"));
    });
}

TEST_CASE("entry_link: lets its person in once, as he is, for as long as was said")
{
    World world;
    auto const ada = somebody(world, "ada", Role::lead);
    auto const make = [&](Call& call) { return entry_link(call, ada.id, 1h); };
    auto const link = *world.write(make);
    auto house = world.house();
    auto const session = enter_by_link(house, link);
    REQUIRE(session);
    REQUIRE(*session);
    auto const found =
        world.read([&](Call& call) { return store::session(call.tx, sha256(**session)); });
    CHECK(found->person == ada.id);
    CHECK(enter_by_link(house, link).error().code == "link.spent");
    auto const late = *world.write(make);
    world.pass(1h);
    CHECK(enter_by_link(house, late).error().code == "link.spent");
}

TEST_CASE("entry_link: sets no password, and a password link lets nobody in unasked")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto house = world.house();
    auto const entry = world.write([&](Call& call) { return entry_link(call, ada.id, 1h); });
    CHECK(code_of(world, *entry, {.password = "correct horse"}) == "link.spent");
    CHECK(enter_by_link(house, *entry));
    auto const link = world.write([&](Call& call) { return password_link(call, ada.id); });
    CHECK(enter_by_link(house, *link).error().code == "link.spent");
    CHECK(code_of(world, *link, {.password = "correct horse"}).empty());
}

TEST_CASE("entry_link: where a second factor is on, it lets nobody in")
{
    World world;
    auto const ada = enrolled(world, "ada").person;
    auto const link = world.write([&](Call& call) { return entry_link(call, ada.id, 1h); });
    auto house = world.house();
    auto const session = enter_by_link(house, *link);
    REQUIRE(session);
    CHECK_FALSE(*session);
}

TEST_CASE("entry_link: somebody disabled gets none, and one made before is dead")
{
    World world;
    somebody(world, "olga", Role::owner);
    auto const ada = somebody(world, "ada");
    auto const make = [&](Call& call) { return entry_link(call, ada.id, 1h); };
    auto const link = *world.write(make);
    REQUIRE(world.write([&](Call& call) { return disable(call, ada.id); }));
    auto house = world.house();
    CHECK(enter_by_link(house, link).error().code == "link.spent");
    CHECK(world.write(make).error().code == "person.disabled");
}

TEST_CASE("link_url: stands below the address by which people reach us")
{
    Settings settings;
    settings.public_url = "https://help.example.test";
    CHECK(link_url(settings, "abc") == "https://help.example.test/sign-in/abc");
}
