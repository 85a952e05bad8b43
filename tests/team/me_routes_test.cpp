#include "kernel/digest.hpp"
#include "support/ask.hpp"
#include "team/authenticator.hpp"
#include "team/sessions.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::ask;
using support::json_of;
using support::World;

namespace {

struct Office : World {
    http::Table table;
    Person ada = with_password(*this, "ada");
    Office() { add_routes(table); }

    Result<http::Reply>
    say(std::string_view method, std::string_view path, std::string const& body = {},
        http::Headers const& headers = {})
    {
        return ask(
            *this, table, as(ada),
            {.method = method, .path = path, .body = body, .headers = headers});
    }

    Json me() { return json_of(*say("GET", "/api/v1/me")); }

    // As he sees it in the console; answers his recovery codes.
    Json turn_on()
    {
        auto const begun =
            say("POST", "/api/v1/me/second-factor", R"({"password":"correct horse"})");
        REQUIRE(begun);
        CHECK(begun->status == 201);
        phone.secret = json_of(*begun).at("secret").as_string();
        auto const codes = say("POST", "/api/v1/me/second-factor/confirm", his_code());
        REQUIRE(codes);
        CHECK(codes->status == 201);
        return json_of(*codes).at("recovery_codes");
    }

    std::string his_code() { return R"({"code":")" + phone.code(now()) + "\"}"; }

    Enrolled phone;
};

}  // namespace

TEST_CASE("GET /api/v1/me: a person, or the token that asks, with the rights")
{
    Office office;
    auto const me = office.me();
    CHECK(me.at("person").at("name") == "ada");
    CHECK(me.at("token").is_null());
    CHECK(me.at("rights") == to_json(list_of(rights_of(Role::agent))));
    CHECK(me.at("second_factor") == false);
    CHECK(me.at("recovery_codes_left") == 0);

    auto const made = office.write([](Call& call) { return create_token(call, {.name = "ci"}); });
    Actor const token{
        .kind = Actor::Kind::token, .id = made->token.id.value(), .rights = rights_of(Role::agent)};
    auto const its = ask(office, office.table, token, {.method = "GET", .path = "/api/v1/me"});
    REQUIRE(its);
    CHECK(json_of(*its).at("token").at("name") == "ci");
    CHECK(json_of(*its).at("person").is_null());
}

TEST_CASE("PATCH /api/v1/me: changes what is said, and only at the version that If-Match names")
{
    Office office;
    auto const changed = office.say(
        "PATCH", "/api/v1/me", R"({"name":"Ada L.","language":"de","zone":"Europe/Berlin"})",
        {{"if-match", "\"1\""}});
    REQUIRE(changed);
    auto const person = json_of(*changed).at("person");
    CHECK(person.at("name") == "Ada L.");
    CHECK(person.at("language") == "de");
    CHECK(person.at("zone") == "Europe/Berlin");
    CHECK(
        json_of(*office.say("PATCH", "/api/v1/me", R"({"language":"en"})"))
            .at("person")
            .at("name") == "Ada L.");
    CHECK(
        office.say("PATCH", "/api/v1/me", R"({"name":"x"})", {{"if-match", "\"1\""}})
            .error()
            .kind == Refusal::stale);
    CHECK(
        office.say("PATCH", "/api/v1/me", R"({"role":"owner"})").error().kind == Refusal::invalid);
}

TEST_CASE("/api/v1/me/second-factor: on by password and code, seen in me and people, off again")
{
    Office office;
    CHECK(office.turn_on().as_array().size() == 10);
    CHECK(office.me().at("second_factor") == true);
    CHECK(office.me().at("recovery_codes_left") == 10);
    auto const people = office.say("GET", "/api/v1/people");
    CHECK(json_of(*people).at("items").at(0).at("second_factor") == true);

    auto const off =
        office.say("POST", "/api/v1/me/second-factor/off", R"({"password":"correct horse"})");
    REQUIRE(off);
    CHECK(off->status == 200);
    CHECK(json_of(*off).at("second_factor") == false);
    CHECK(json_of(*off).at("person").at("second_factor") == false);
}

TEST_CASE("POST /api/v1/me/second-factor/off: the session that asks goes on, others end")
{
    Office office;
    auto const open = [&](Call& call) { return open_session(call, office.ada.id); };
    auto const here = office.write(open);
    auto const there = office.write(open);
    REQUIRE(office.say(
        "POST", "/api/v1/me/second-factor/off", R"({"password":"correct horse"})",
        {{"cookie", "a=b; tellfirst=" + here}}));
    office.read([&](Call& call) {
        CHECK(store::session(call.tx, sha256(here)));
        CHECK_FALSE(store::session(call.tx, sha256(there)));
    });
}

TEST_CASE("POST /api/v1/me/second-factor/recovery-codes: new ones by a code")
{
    Office office;
    auto const before = office.turn_on();
    office.pass(30s);
    auto const renewed =
        office.say("POST", "/api/v1/me/second-factor/recovery-codes", office.his_code());
    REQUIRE(renewed);
    CHECK(renewed->status == 201);
    CHECK(json_of(*renewed).at("recovery_codes") != before);
    CHECK(office.me().at("recovery_codes_left") == 10);
}

TEST_CASE("/api/v1/me: a token has no name and no second factor of its own")
{
    Office office;
    Actor const token{.kind = Actor::Kind::token, .id = 1, .rights = RightSet::all()};
    for (auto const& [method, path] : std::vector<std::pair<std::string, std::string>>{
             {"PATCH", "/api/v1/me"},
             {"POST", "/api/v1/me/second-factor"},
             {"POST", "/api/v1/me/second-factor/confirm"},
             {"POST", "/api/v1/me/second-factor/recovery-codes"},
             {"POST", "/api/v1/me/second-factor/off"}}) {
        auto const refused =
            ask(office, office.table, token, {.method = method, .path = path, .body = "{}"});
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "me.not_a_person");
    }
}

TEST_CASE("/api/v1/me/second-factor: answers that show a secret are never kept")
{
    http::Table table;
    add_routes(table);
    for (std::string const path : {"", "/confirm", "/recovery-codes"})
        CHECK(table.find("POST", "/api/v1/me/second-factor" + path)->route->secret);
}
