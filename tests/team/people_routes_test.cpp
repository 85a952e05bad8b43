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
    Person olga = somebody(*this, "olga", Role::owner);
    Office() { add_routes(table); }
};

}  // namespace

TEST_CASE("POST /api/v1/people: answers 201 with the person")
{
    Office office;
    auto const reply =
        ask(office, office.table, as(office.olga),
            {.method = "POST",
             .path = "/api/v1/people",
             .body = R"({"name":"Ada","email":"ada@team.example.test","role":"lead"})"});
    REQUIRE(reply);
    CHECK(reply->status == 201);
    CHECK(json_of(*reply).at("role") == "lead");
}

TEST_CASE("GET /api/v1/people: pages follow each other by the cursor")
{
    Office office;
    somebody(office, "ada");
    auto const first = ask(
        office, office.table, as(office.olga), {.method = "GET", .path = "/api/v1/people?limit=1"});
    REQUIRE(first);
    auto const page = json_of(*first);
    CHECK(page.at("items").at(0).at("name") == "ada");
    auto const path = fmt::format(
        "/api/v1/people?limit=1&after={}", std::string_view{page.at("next").as_string()});
    auto const second = ask(office, office.table, as(office.olga), {.method = "GET", .path = path});
    REQUIRE(second);
    CHECK(json_of(*second).at("items").at(0).at("name") == "olga");

    auto const wrong =
        ask(office, office.table, as(office.olga),
            {.method = "GET", .path = "/api/v1/people?after=rubbish"});
    REQUIRE(wrong.has_error());
    CHECK(wrong.error().field == "after");
}

TEST_CASE("PATCH /api/v1/people/{id}: changes role and disabled, or nothing at all")
{
    Office office;
    auto const ada = somebody(office, "ada");
    auto const patch = [&](Person const& person, std::string const& body,
                           http::Headers const& headers = {}) {
        return ask(
            office, office.table, as(office.olga),
            {.method = "PATCH",
             .path = "/api/v1/people/" + person.id.text(),
             .body = body,
             .headers = headers});
    };
    auto const changed = patch(ada, R"({"role":"lead","disabled":true})", {{"if-match", "\"1\""}});
    REQUIRE(changed);
    CHECK(json_of(*changed).at("role") == "lead");
    CHECK(json_of(*changed).at("disabled") == true);
    CHECK(json_of(*patch(ada, R"({"disabled":false})")).at("disabled") == false);

    auto const stale = patch(ada, R"({"role":"agent"})", {{"if-match", "\"1\""}});
    REQUIRE(stale.has_error());
    CHECK(stale.error().kind == Refusal::stale);
    auto const last = patch(office.olga, R"({"disabled":true})");
    REQUIRE(last.has_error());
    CHECK(last.error().code == "person.last_owner");
}

TEST_CASE("POST /api/v1/people/{id}/password-link: answers a link at our address")
{
    Office office;
    office.settings.public_url = "https://help.example.test";
    auto const reply = ask(
        office, office.table, as(office.olga),
        {.method = "POST", .path = "/api/v1/people/" + office.olga.id.text() + "/password-link"});
    REQUIRE(reply);
    CHECK(json_of(*reply).at("url").as_string().starts_with("https://help.example.test/sign-in/"));
}

TEST_CASE("POST /api/v1/people/{id}/second-factor/off: answers the person without it")
{
    Office office;
    auto const ada = enrolled(office, "ada").person;
    auto const off = [&](std::string const& id) {
        return ask(
            office, office.table, as(office.olga),
            {.method = "POST", .path = "/api/v1/people/" + id + "/second-factor/off"});
    };
    auto const reply = off(ada.id.text());
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(json_of(*reply).at("second_factor") == false);
    CHECK(off(PersonId{1}.text()).error().kind == Refusal::not_found);
}

TEST_CASE("POST /api/v1/people/{id}/second-factor/off: takes nobody's own away, nor by a token")
{
    Office office;
    auto const ada = enrolled(office, "ada").person;
    auto const off = [&](Actor const& actor) {
        return ask(
            office, office.table, actor,
            {.method = "POST", .path = "/api/v1/people/" + ada.id.text() + "/second-factor/off"});
    };
    CHECK(
        off({.kind = Actor::Kind::person, .id = ada.id.value(), .rights = RightSet::all()})
            .error()
            .code == "second_factor.is_yours");
    CHECK(
        off({.kind = Actor::Kind::token, .id = 1, .rights = RightSet::all()}).error().code ==
        "second_factor.needs_a_person");
}

TEST_CASE("PUT /api/v1/roster: what was put is what GET answers")
{
    Office office;
    auto const body = fmt::format(R"({{"people":["{}"]}})", office.olga.id.text());
    REQUIRE(
        ask(office, office.table, as(office.olga),
            {.method = "PUT", .path = "/api/v1/roster", .body = body}));
    auto const reply =
        ask(office, office.table, as(office.olga), {.method = "GET", .path = "/api/v1/roster"});
    REQUIRE(reply);
    CHECK(reply->body == body);
}

TEST_CASE("routes of the team: who may not manage it is refused")
{
    Office office;
    auto const lead = as(somebody(office, "ada", Role::lead));
    auto const path = "/api/v1/people/" + office.olga.id.text();
    for (auto const& [method, where] : std::vector<std::pair<std::string, std::string>>{
             {"POST", "/api/v1/people"},
             {"PATCH", path},
             {"POST", path + "/password-link"},
             {"POST", path + "/second-factor/off"},
             {"PUT", "/api/v1/roster"}}) {
        auto const refused = ask(office, office.table, lead, {.method = method, .path = where});
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "http.right_missing");
    }
    CHECK(ask(office, office.table, lead, {.method = "GET", .path = path}));
}
