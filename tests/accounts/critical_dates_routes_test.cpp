#include "accounts/critical_dates_routes.hpp"

#include "accounts/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

TEST_CASE("critical dates: one is added, listed with its account, and removed")
{
    support::World world;
    http::Table table;
    add_critical_date_routes(table);
    auto const ada = samples::add_ada(world).id.text();
    auto const ask = [&](std::string_view method, std::string const& path, std::string body = "") {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = method, .path = path, .body = std::move(body), .headers = {}});
        return reply ? *reply : http::problem(reply.error());
    };
    auto const dates = "/api/v1/accounts/" + ada + "/critical-dates";
    auto const added = ask(
        "POST", dates,
        R"({"title":"Launch","starts_at":"2026-03-09T20:00:00Z","ends_at":"2026-03-10T23:00:00Z"})");
    REQUIRE(added.status == 201);
    auto const listed = support::json_of(ask("GET", dates)).at("items");
    REQUIRE(listed.as_array().size() == 1);
    CHECK(listed.at(0) == support::json_of(added));
    auto const path =
        "/api/v1/critical-dates/" + std::string{support::json_of(added).at("id").as_string()};
    CHECK(ask("DELETE", path).body == added.body);
    CHECK(ask("DELETE", path).status == 404);
    CHECK(ask("POST", dates, R"({"title":"Launch"})").status == 422);
    CHECK(ask("GET", "/api/v1/accounts/acc_aaaaaaaaaaab/critical-dates").status == 404);
}
