#include "accounts/preferences/preferences_routes.hpp"

#include "accounts/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

namespace {

struct Desk {
    support::World world;
    http::Table table;

    Desk() { add_preferences_routes(table); }

    http::Reply put(std::string const& path, std::string body, http::Headers headers = {})
    {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = "PUT",
             .path = path,
             .body = std::move(body),
             .headers = std::move(headers)});
        return reply ? *reply : http::problem(reply.error());
    }

    http::Reply get(std::string const& path)
    {
        auto const reply =
            support::ask(world, table, Actor::system(), {.method = "GET", .path = path});
        return reply ? *reply : http::problem(reply.error());
    }
};

}  // namespace

TEST_CASE("preferences: they are read and written as a whole, each version once")
{
    Desk desk;
    auto const ada = samples::add_ada(desk.world).contacts.at(0).id.text();
    auto const path = "/api/v1/contacts/" + ada + "/preferences";
    auto const put = desk.put(
        path, R"({"choices":[{"channel":"mail","topics":["planned"]}],"short_text":true})",
        {{"if-match", "\"1\""}});
    REQUIRE(put.status == 200);
    CHECK(support::json_of(put).at("version") == 2);
    CHECK(desk.get(path).body == put.body);
    CHECK(desk.put(path, "{}", {{"if-match", "\"1\""}}).status == 412);
    CHECK(desk.get("/api/v1/contacts/con_aaaaaaaaaaab/preferences").status == 404);
}

TEST_CASE("preferences: a plan's are what it turns on besides mail")
{
    Desk desk;
    auto const plan = samples::add_plan(desk.world).text();
    auto const path = "/api/v1/plans/" + plan + "/preferences";
    auto const put =
        desk.put(path, R"({"choices":[{"channel":"sms","topics":["unplanned","recovery"]}]})");
    REQUIRE(put.status == 200);
    CHECK(desk.get(path).body == put.body);
    auto const refused = desk.put(path, R"({"choices":[{"channel":"mail","topics":[]}]})");
    CHECK(refused.status == 422);
    CHECK(support::json_of(refused).at("errors").at(0).at("field") == "choices[0].channel");
}
