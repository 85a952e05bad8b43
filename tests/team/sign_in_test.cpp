#include "team/sign_in.hpp"

#include "kernel/digest.hpp"
#include "team/authenticator.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::World;

namespace {

Result<Opened> try_in(
    World& world, std::string const& email, std::string_view password,
    std::optional<std::string> code = {})
{
    auto house = world.house();
    return sign_in(
        house, "192.0.2.1",
        {.email = *Email::parse(email),
         .password = std::string{password},
         .code = std::move(code)});
}

}  // namespace

TEST_CASE("sign_in: the right password opens a session of that person")
{
    World world;
    auto const ada = with_password(world, "ada");
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
    with_password(world, "ada");
    auto const gone = with_password(world, "gone");
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
    with_password(world, "ada");
    for (int i = 0; i < 10; ++i)
        CHECK_FALSE(try_in(world, "ada@team.example.test", "wrong horse!"));
    auto const refused = try_in(world, "ada@team.example.test", "correct horse");
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "team.too_many_attempts");
}

TEST_CASE("sign_in: where a second factor is on, the password alone asks for a code")
{
    World world;
    auto const ada = enrolled(world, "ada");
    auto const refused = try_in(world, "ada@team.example.test", his_password);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "session.needs_code");
    CHECK(refused.error().kind == Refusal::unauthenticated);
    world.pass(30s);
    CHECK(try_in(world, "ada@team.example.test", his_password, ada.code(world.now())));
    CHECK(try_in(world, "ada@team.example.test", his_password, ada.recovery_codes[0]));
}

TEST_CASE("sign_in: whoever does not know the password learns nothing of a second factor")
{
    World world;
    auto const ada = enrolled(world, "ada");
    for (auto const& code : {std::optional<std::string>{}, std::optional{ada.recovery_codes[0]}})
        CHECK(
            try_in(world, "ada@team.example.test", "wrong horse!", code).error().code ==
            "team.wrong_password");
    CHECK(try_in(world, "ada@team.example.test", his_password, ada.recovery_codes[0]));
}

TEST_CASE("sign_in: a wrong code is refused; asking for a code gives no more guesses at it")
{
    World world;
    auto const ada = enrolled(world, "ada");
    for (int i = 0; i < 5; ++i) {
        CHECK(
            try_in(world, "ada@team.example.test", his_password).error().code ==
            "session.needs_code");
        CHECK(
            try_in(world, "ada@team.example.test", his_password, "000000").error().code ==
            "session.wrong_code");
    }
    CHECK(
        try_in(world, "ada@team.example.test", his_password, ada.recovery_codes[0]).error().code ==
        "team.too_many_attempts");
}

TEST_CASE("sign_in: a code is not asked of whoever has no second factor")
{
    World world;
    with_password(world, "ada");
    CHECK(try_in(world, "ada@team.example.test", his_password, "123456"));
}
