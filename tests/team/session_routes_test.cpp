#include "support/ask.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::ask;
using support::json_of;
using support::World;

namespace {

struct Office : World {
    http::Table table;
    Office() { add_routes(table); }

    // The first owner comes in; answers the reply to his form.
    http::Reply first_form(std::string const& password = "correct+horse")
    {
        auto const secret = *write([](Call& call) { return first_owner_link(call); });
        return *ask(
            *this, table, Actor::nobody(),
            {.method = "POST",
             .path = "/sign-in/" + secret,
             .body = "name=Olga&email=olga%40team.example.test&password=" + password});
    }
};

std::string cookie_of(http::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "set-cookie")
            return value.substr(0, value.find(';'));
    return {};
}

Result<Actor> caller(World& world, std::string const& cookie)
{
    return world.read(Actor::nobody(), [&](Call& call) {
        return caller_of({.method = "GET", .headers = {{"cookie", cookie}}}, call);
    });
}

}  // namespace

TEST_CASE("GET /sign-in/{secret}: shows a form and spends nothing")
{
    Office office;
    auto const secret = *office.write([](Call& call) { return first_owner_link(call); });
    for (int look = 0; look < 2; ++look) {
        auto const page = ask(
            office, office.table, Actor::nobody(), {.method = "GET", .path = "/sign-in/" + secret});
        REQUIRE(page);
        CHECK(page->status == 200);
        CHECK(page->body.find("<form method=\"post\">") != std::string::npos);
    }
    auto const wrong =
        ask(office, office.table, Actor::nobody(), {.method = "GET", .path = "/sign-in/wrong"});
    REQUIRE(wrong);
    CHECK(wrong->status == 404);
}

TEST_CASE("POST /sign-in/{secret}: the first owner is in, by a cookie")
{
    Office office;
    auto const reply = office.first_form();
    CHECK(reply.status == 303);
    auto const actor = caller(office, cookie_of(reply));
    REQUIRE(actor);
    CHECK(actor->rights == rights_of(Role::owner));
}

TEST_CASE("POST /sign-in/{secret}: a form that is refused comes back with the reason")
{
    Office office;
    auto const reply = office.first_form("short");
    CHECK(reply.status == 422);
    CHECK(reply.body.find("at least 10 characters;") != std::string::npos);
    CHECK(reply.body.find("value=\"olga@team.example.test\"") != std::string::npos);
    CHECK(cookie_of(reply).empty());
}

TEST_CASE("POST /api/v1/session: the right password answers 201 with the person and a cookie")
{
    Office office;
    office.first_form();
    auto const reply =
        ask(office, office.table, Actor::nobody(),
            {.method = "POST",
             .path = "/api/v1/session",
             .body = R"({"email":"olga@team.example.test","password":"correct horse"})"});
    REQUIRE(reply);
    CHECK(reply->status == 201);
    CHECK(json_of(*reply).at("name") == "Olga");
    CHECK(caller(office, cookie_of(*reply)));
    CHECK(reply->body.find("correct") == std::string::npos);
}

TEST_CASE("DELETE /api/v1/session: the session is over and the cookie cleared")
{
    Office office;
    auto const cookie = cookie_of(office.first_form());
    auto const actor = *caller(office, cookie);
    auto const reply =
        ask(office, office.table, actor,
            {.method = "DELETE", .path = "/api/v1/session", .headers = {{"cookie", cookie}}});
    REQUIRE(reply);
    CHECK(reply->status == 204);
    CHECK(cookie_of(*reply) == "tellfirst=");
    auto const after = caller(office, cookie);
    REQUIRE(after.has_error());
    CHECK(after.error().code == "team.session_ended");
}

TEST_CASE("GET /api/v1/me: a person, or the token that asks, with the rights")
{
    Office office;
    auto const ada = somebody(office, "ada", Role::auditor);
    auto const mine = ask(office, office.table, as(ada), {.method = "GET", .path = "/api/v1/me"});
    REQUIRE(mine);
    CHECK(json_of(*mine).at("person").at("name") == "ada");
    CHECK(json_of(*mine).at("token").is_null());
    CHECK(json_of(*mine).at("rights") == to_json(list_of(rights_of(Role::auditor))));

    auto const made = office.write([](Call& call) { return create_token(call, {.name = "ci"}); });
    Actor const token{
        .kind = Actor::Kind::token, .id = made->token.id.value(), .rights = rights_of(Role::agent)};
    auto const its = ask(office, office.table, token, {.method = "GET", .path = "/api/v1/me"});
    REQUIRE(its);
    CHECK(json_of(*its).at("token").at("name") == "ci");
    CHECK(json_of(*its).at("person").is_null());
}
