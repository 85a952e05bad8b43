#include "status/uptime/uptime_samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Desk {
    support::World world;
    http::Table table;
    ServiceId search = samples::service(world, "Search").id;

    Desk()
    {
        add_routes(table);
        world.pass(1h);
    }

    Json get(std::string const& path, int status = 200)
    {
        auto const reply =
            support::ask(world, table, Actor::system(), {.method = "GET", .path = path});
        auto const answer = reply ? *reply : http::problem(reply.error());
        REQUIRE(answer.status == status);
        return support::json_of(answer);
    }
};

}  // namespace

TEST_CASE("uptime routes: one service, all of them, and their days")
{
    Desk desk;
    (void)samples::service(desk.world, "Uploads");
    auto const id = desk.search.text();
    auto const one = desk.get("/api/v1/services/" + id + "/uptime?from=2026-03-04T10:00:00Z");
    CHECK(one.at("shown") == "100.00");
    CHECK(one.at("exact") == "1/1");
    CHECK(desk.get("/api/v1/uptime").at("items").as_array().size() == 2);
    CHECK(desk.get("/api/v1/uptime?service=" + id).at("items").as_array().size() == 1);
    auto const days = desk.get("/api/v1/uptime/days?days=7&zone=Europe/Berlin").at("items");
    CHECK(days.as_array().size() == 2);
    CHECK(days.at(0).at("days").as_array().size() == 7);
    auto const its_days = desk.get("/api/v1/uptime/days?service=" + id).at("items");
    CHECK(its_days.as_array().size() == 1);
    CHECK(its_days.at(0).at("service") == Json(id));
}

TEST_CASE("uptime routes: an account's standing")
{
    Desk desk;
    auto const ada = samples::account_of(desk.world, samples::customer(desk.world, "Ada"));
    desk.world.pass(1h);
    auto const standing = desk.get("/api/v1/accounts/" + ada.text() + "/standing");
    CHECK(standing.at("shown") == "100.00");
    CHECK(standing.at("zone") == "Etc/UTC");
    auto const months = desk.get("/api/v1/accounts/" + ada.text() + "/standings");
    CHECK(months.at("items").as_array().at(0) == standing);
    CHECK(
        desk.get("/api/v1/accounts/" + AccountId{7}.text() + "/standing", 404).at("code") ==
        "account.not_found");
}

TEST_CASE("uptime routes: questions that make no sense are refused by their field")
{
    Desk desk;
    CHECK(desk.get("/api/v1/uptime?from=soon", 422).at("errors").at(0).at("field") == "from");
    CHECK(desk.get("/api/v1/uptime?to=soon", 422).at("errors").at(0).at("field") == "to");
    CHECK(
        desk.get("/api/v1/uptime?service=inc_1", 422).at("errors").at(0).at("field") == "service");
    CHECK(
        desk.get("/api/v1/uptime/days?service=1", 422).at("errors").at(0).at("field") == "service");
    CHECK(desk.get("/api/v1/uptime/days?days=0", 422).at("errors").at(0).at("field") == "days");
    CHECK(desk.get("/api/v1/uptime/days?days=1x", 422).at("errors").at(0).at("field") == "days");
    CHECK(desk.get("/api/v1/uptime/days?zone=Mars/Olympus", 422).at("code") == "zone.unknown");
    CHECK(
        desk.get("/api/v1/services/" + ServiceId{7}.text() + "/uptime", 404).at("code") ==
        "service.not_found");
}
