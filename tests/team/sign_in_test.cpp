#include "team/sign_in.hpp"

#include "kernel/digest.hpp"
#include "team/links.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::World;

namespace {

Person with_password(World& world, std::string const& name, std::string const& password)
{
    auto const person = somebody(world, name);
    auto const link = world.write([&](Call& call) { return password_link(call, person.id); });
    auto house = world.house();
    REQUIRE(spend_link(house, *link, {.password = password}));
    return person;
}

Result<Opened> try_in(World& world, std::string const& email, std::string const& password)
{
    auto house = world.house();
    return sign_in(house, "192.0.2.1", {.email = *Email::parse(email), .password = password});
}

}  // namespace

TEST_CASE("sign_in: the right password opens a session of that person")
{
    World world;
    auto const ada = with_password(world, "ada", "correct horse");
    auto const opened = try_in(world, "Ada@team.example.test", "correct horse");
    REQUIRE(opened);
    CHECK(opened->person.id == ada.id);
    auto const session = world.read(
        [&](Call& call) { return store::session(call.tx, sha256(opened->session_secret)); });
    REQUIRE(session);
    CHECK(session->person == ada.id);
    CHECK(facts_told(world).back() == support::ToldFact{"SignedIn", ada.id.text()});
}

TEST_CASE("sign_in: wrong, unknown, disabled and without a password are one and the same answer")
{
    World world;
    with_password(world, "ada", "correct horse");
    auto const gone = with_password(world, "gone", "correct horse");
    REQUIRE(world.write([&](Call& call) { return disable(call, gone.id); }));
    somebody(world, "fresh");

    auto const wrong = try_in(world, "ada@team.example.test", "wrong horse!");
    REQUIRE(wrong.has_error());
    CHECK(wrong.error().code == "team.wrong_password");
    for (auto const* const name : {"unknown", "gone", "fresh"}) {
        auto const refused =
            try_in(world, std::string{name} + "@team.example.test", "correct horse");
        REQUIRE(refused.has_error());
        CHECK(refused.error() == wrong.error());
    }
}

TEST_CASE("sign_in: after too many guesses not even the right password is looked at")
{
    World world;
    with_password(world, "ada", "correct horse");
    for (int i = 0; i < 10; ++i)
        CHECK_FALSE(try_in(world, "ada@team.example.test", "wrong horse!"));
    auto const refused = try_in(world, "ada@team.example.test", "correct horse");
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "team.too_many_attempts");
}
