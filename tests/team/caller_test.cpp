#include "kernel/digest.hpp"
#include "team/sessions.hpp"
#include "team/somebody.hpp"
#include "wire/http/message.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::World;

namespace {

Result<Actor> caller(World& world, std::string const& method, http::Headers const& headers)
{
    http::Request const request{.method = method, .headers = headers};
    auto const ask = [&](Call& call) { return caller_of(request, call, *world.database); };
    return method == "GET" ? world.read(Actor::nobody(), ask) : world.write(Actor::nobody(), ask);
}

std::string code_of(Result<Actor> const& actor)
{
    return actor ? "" : actor.error().code;
}

std::string new_session(World& world, Person const& person)
{
    return world.write([&](Call& call) { return open_session(call, person.id); });
}

}  // namespace

TEST_CASE("caller_of: without cookie and token it is nobody")
{
    World world;
    CHECK(caller(world, "GET", {}).value() == Actor::nobody());
    CHECK(
        caller(world, "GET", {{"authorization", "Basic eDp5"}, {"cookie", "a=b"}}).value() ==
        Actor::nobody());
}

TEST_CASE("caller_of: a session is its person with the rights of his role")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const cookie = "tellfirst=" + new_session(world, ada);
    CHECK(caller(world, "GET", {{"cookie", cookie}}).value() == as(ada));
}

TEST_CASE("caller_of: a token is itself with its rights, however Bearer is spelt")
{
    World world;
    auto const made = world.write([](Call& call) {
        return create_token(call, {.name = "x", .rights = std::vector{Right::read_tickets}});
    });
    Actor const expected{
        .kind = Actor::Kind::token,
        .id = made->token.id.value(),
        .rights = {Right::signed_in, Right::read_tickets}};
    CHECK(caller(world, "GET", {{"authorization", "Bearer " + made->secret}}).value() == expected);
    CHECK(caller(world, "GET", {{"authorization", "bearer " + made->secret}}).value() == expected);
}

TEST_CASE("caller_of: a token wins over a cookie")
{
    World world;
    auto const cookie = "tellfirst=" + new_session(world, somebody(world, "ada"));
    http::Headers const headers{{"authorization", "Bearer tf_wrong"}, {"cookie", cookie}};
    CHECK(code_of(caller(world, "GET", headers)) == "team.bad_token");
}

TEST_CASE("caller_of: a token that is unknown, expired or revoked is refused")
{
    World world;
    auto const made = world.write([&](Call& call) {
        return create_token(call, {.name = "x", .expires_at = world.now() + 1h});
    });
    http::Headers const headers{{"authorization", "Bearer " + made->secret}};
    CHECK(caller(world, "GET", headers));
    world.pass(1h);
    CHECK(code_of(caller(world, "GET", headers)) == "team.bad_token");
    world.pass(-30min);
    REQUIRE(world.write([&](Call& call) { return revoke_token(call, made->token.id); }));
    CHECK(code_of(caller(world, "GET", headers)) == "team.bad_token");
    CHECK(code_of(caller(world, "GET", {{"authorization", "Bearer "}})) == "team.bad_token");
}

TEST_CASE("caller_of: a session ends after 12 idle hours, and both kinds of requests keep it awake")
{
    World world;
    auto const cookie = "tellfirst=" + new_session(world, somebody(world, "ada"));
    for (std::string const method : {"POST", "GET", "POST", "GET"}) {
        world.pass(11h);
        CHECK(caller(world, method, {{"cookie", cookie}}));
        world.write([](Call&) {});  // a mark of the last request has been written by now
    }
    world.pass(12h);
    CHECK(code_of(caller(world, "GET", {{"cookie", cookie}})) == "team.session_ended");
}

TEST_CASE("caller_of: a session is marked as seen at most once a minute")
{
    World world;
    auto const secret = new_session(world, somebody(world, "ada"));
    auto const seen_after = [&](Duration time) {
        world.pass(time);
        REQUIRE(caller(world, "POST", {{"cookie", "tellfirst=" + secret}}));
        return world.read(
            [&](Call& call) { return store::session(call.tx, sha256(secret))->last_seen_at; });
    };
    CHECK(seen_after(59s) == support::test_start);
    CHECK(seen_after(1s) == support::test_start + 60s);
}

TEST_CASE("caller_of: requests that only read mark it at most once an hour")
{
    World world;
    auto const secret = new_session(world, somebody(world, "ada"));
    auto const seen_after = [&](Duration time) {
        world.pass(time);
        REQUIRE(caller(world, "GET", {{"cookie", "tellfirst=" + secret}}));
        world.write([](Call&) {});
        return world.read(
            [&](Call& call) { return store::session(call.tx, sha256(secret))->last_seen_at; });
    };
    CHECK(seen_after(59min) == support::test_start);
    CHECK(seen_after(1min) == support::test_start + 1h);
    CHECK(seen_after(1min) == support::test_start + 1h);
}

TEST_CASE("caller_of: over https only the cookie that is bound to our host counts")
{
    World world;
    world.settings.public_url = "https://help.example.test";
    auto const secret = new_session(world, somebody(world, "ada"));
    CHECK(caller(world, "GET", {{"cookie", "tellfirst=" + secret}}).value() == Actor::nobody());
    CHECK(
        caller(world, "GET", {{"cookie", "__Host-tellfirst=" + secret}}).value().kind ==
        Actor::Kind::person);
}
