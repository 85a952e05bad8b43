#include "support/ask.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::ask;
using support::json_of;
using support::World;

TEST_CASE("/api/v1/tokens: the secret is shown when it is made and never again")
{
    World world;
    http::Table table;
    add_routes(table);
    auto const ada = as(somebody(world, "ada"));
    auto const made =
        ask(world, table, ada,
            {.method = "POST", .path = "/api/v1/tokens", .body = R"({"name":"ci"})"});
    REQUIRE(made);
    CHECK(made->status == 201);
    std::string const secret{json_of(*made).at("secret").as_string()};
    CHECK(secret.starts_with("tf_"));

    auto const list = ask(world, table, ada, {.method = "GET", .path = "/api/v1/tokens"});
    REQUIRE(list);
    CHECK(json_of(*list).at("items").as_array().size() == 1);
    CHECK(list->body.find(secret) == std::string::npos);
}

TEST_CASE("DELETE /api/v1/tokens/{id}: answers the token with the moment of its end")
{
    World world;
    http::Table table;
    add_routes(table);
    auto const ada = as(somebody(world, "ada"));
    auto const made =
        world.write(ada, [](Call& call) { return create_token(call, {.name = "x"}); });
    auto const path = "/api/v1/tokens/" + made->token.id.text();
    auto const reply = ask(world, table, ada, {.method = "DELETE", .path = path});
    REQUIRE(reply);
    CHECK(json_of(*reply).at("revoked_at") == to_json(world.now()));

    auto const ben = as(somebody(world, "ben"));
    auto const foreign = ask(world, table, ben, {.method = "DELETE", .path = path});
    auto const missing =
        ask(world, table, ben, {.method = "DELETE", .path = "/api/v1/tokens/" + TokenId{1}.text()});
    REQUIRE(foreign.has_error());
    REQUIRE(missing.has_error());
    CHECK(foreign.error() == missing.error());
}

TEST_CASE("POST /api/v1/tokens: it is marked so that its answer is never kept")
{
    http::Table table;
    add_routes(table);
    CHECK(table.find("POST", "/api/v1/tokens")->route->secret);
    CHECK(table.find("POST", "/api/v1/people/x/password-link")->route->secret);
}
