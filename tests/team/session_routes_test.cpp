#include "support/ask.hpp"
#include "team/authenticator.hpp"

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

std::string header_of(http::Reply const& reply, std::string_view wanted)
{
    for (auto const& [name, value] : reply.headers)
        if (name == wanted)
            return value;
    return {};
}

std::string cookie_of(http::Reply const& reply)
{
    auto const header = header_of(reply, "set-cookie");
    return header.substr(0, header.find(';'));
}

Result<Actor> caller(World& world, std::string const& cookie)
{
    return world.read(Actor::nobody(), [&](Call& call) {
        return caller_of({.method = "GET", .headers = {{"cookie", cookie}}}, call, *world.database);
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
    CHECK(header_of(reply, "location") == "/console/");
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

TEST_CASE("POST /api/v1/session: where a second factor is on, 401 asks for a code and 201 takes it")
{
    Office office;
    auto const ada = enrolled(office, "ada");
    auto const sign_in = [&](std::string const& more) {
        return ask(
            office, office.table, Actor::nobody(),
            {.method = "POST",
             .path = "/api/v1/session",
             .body =
                 R"({"email":"ada@team.example.test","password":"correct horse")" + more + "}"});
    };
    auto const asked = sign_in("");
    REQUIRE(asked.has_error());
    CHECK(http::problem(asked.error()).status == 401);
    CHECK(asked.error().code == "session.needs_code");
    auto const in = sign_in(R"(,"code":")" + ada.recovery_codes[0] + '"');
    REQUIRE(in);
    CHECK(in->status == 201);
    CHECK(json_of(*in).at("second_factor") == true);
    CHECK(caller(office, cookie_of(*in)));
}

TEST_CASE("GET /sign-in/{secret}: a link that was made for it signs in at once, once")
{
    Office office;
    auto const ada = somebody(office, "ada");
    auto const path = "/sign-in/" + *office.write([&](Call& call) {
        return entry_link(call, ada.id, std::chrono::hours{1});
    });
    auto const open = [&](std::string_view method) {
        return *ask(office, office.table, Actor::nobody(), {.method = method, .path = path});
    };
    CHECK(cookie_of(open("HEAD")).empty());  // a preview of the link
    auto const in = open("GET");
    CHECK(in.status == 303);
    CHECK(header_of(in, "location") == "/console/");
    CHECK(caller(office, cookie_of(in)).value() == as(ada));
    CHECK(open("GET").status == 404);
}

TEST_CASE("POST /sign-in/{secret}: where a second factor is on, he is sent to sign in with it")
{
    Office office;
    auto const ada = enrolled(office, "ada").person;
    auto const secret = *office.write([&](Call& call) { return password_link(call, ada.id); });
    auto const reply =
        ask(office, office.table, Actor::nobody(),
            {.method = "POST", .path = "/sign-in/" + secret, .body = "password=another+horse"});
    REQUIRE(reply);
    CHECK(header_of(*reply, "location") == "/console/");
    CHECK(cookie_of(*reply).empty());
}
