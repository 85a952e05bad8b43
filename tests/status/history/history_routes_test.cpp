#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Desk {
    support::World world;
    http::Table table;
    ServiceId galleries = samples::service(world, "Galleries").id;
    IncidentId incident = samples::publish(world, samples::outage_of(world, galleries)).value().id;

    Desk()
    {
        add_routes(table);
        world.pass(1h);
    }

    http::Reply
    ask(std::string_view method, std::string const& path, Json const& body = nullptr,
        http::Headers headers = {})
    {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = method,
             .path = path,
             .body = body.is_null() ? "" : write_json(body),
             .headers = std::move(headers)});
        return reply ? *reply : http::problem(reply.error());
    }
    std::string of_service() const { return "/api/v1/services/" + galleries.text() + "/history"; }
    std::string of_incident(std::string_view what) const
    {
        return fmt::format("/api/v1/incidents/{}/{}", incident.text(), what);
    }
};

}  // namespace

TEST_CASE("history routes: times are corrected below the version, and the trace is read")
{
    Desk desk;
    JsonObject const wish{
        {"reason", "The log."}, {"started_at", to_rfc3339(desk.world.now() - 2h)}};
    auto const path = desk.of_incident("times");
    CHECK(desk.ask("PUT", path, wish, {{"if-match", "\"77\""}}).status == 412);
    auto const corrected = desk.ask("PUT", path, wish);
    CHECK(corrected.status == 200);
    CHECK(
        support::json_of(corrected).at("started_at").as_string() ==
        to_rfc3339(desk.world.now() - 2h));
    auto const trace = support::json_of(desk.ask("GET", desk.of_incident("corrections")));
    CHECK(trace.at("items").at(0).at("reason").as_string() == "The log.");
    CHECK(trace.at("items").at(0).at("before").at("services").as_array().size() == 1);
    CHECK(desk.ask("PUT", path, {{"reason", ""}}).status == 422);
}

TEST_CASE("history routes: a service's history is read by pages")
{
    Desk desk;
    REQUIRE(samples::resolve(desk.world, desk.incident));
    auto const second =
        samples::publish(desk.world, samples::outage_of(desk.world, desk.galleries)).value();
    desk.world.pass(1h);
    auto const first = support::json_of(desk.ask("GET", desk.of_service() + "?limit=1"));
    REQUIRE(first.at("items").as_array().size() == 1);
    CHECK(first.at("items").at(0).at("incident").as_string() == second.id.text());
    CHECK(first.at("items").at(0).at("to").is_null());
    auto const next = std::string{first.at("next").as_string()};
    auto const last = support::json_of(desk.ask("GET", desk.of_service() + "?after=" + next));
    REQUIRE(last.at("items").as_array().size() == 1);
    CHECK(last.at("items").at(0).at("incident").as_string() == desk.incident.text());
    CHECK(last.at("next").is_null());
}

TEST_CASE("history routes: what is no moment, no cursor or not there is refused")
{
    Desk desk;
    for (auto const query : {"?from=yesterday", "?to=x", "?after=x", "?after=1_x", "?limit=0"}) {
        CAPTURE(query);
        CHECK(desk.ask("GET", desk.of_service() + query).status == 422);
    }
    CHECK(desk.ask("GET", "/api/v1/services/svc_aaaaaaaaaaab/history").status == 404);
    CHECK(desk.ask("GET", "/api/v1/incidents/inc_aaaaaaaaaaab/corrections").status == 404);
    CHECK(
        desk.ask("PUT", "/api/v1/incidents/inc_aaaaaaaaaaab/times", {{"reason", "x"}}).status ==
        404);
}
