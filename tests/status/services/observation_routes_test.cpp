#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

struct Desk {
    support::World world;
    http::Table table;
    ServiceId galleries = samples::service(world, "Galleries").id;

    Desk() { add_routes(table); }

    Result<http::Reply> ask(Actor const& actor, std::string const& path, Json const& body)
    {
        return support::ask(
            world, table, actor, {.method = "POST", .path = path, .body = write_json(body)});
    }
};

}  // namespace

TEST_CASE("observation routes: a token that may do nothing else says what it sees")
{
    Desk desk;
    Actor const probe{.kind = Actor::Kind::token, .id = 7, .rights = {Right::write_observations}};
    JsonObject wish{
        {"service", desk.galleries.text()}, {"state", "partial"}, {"seen_from", "fra-1"}};
    auto const reply = desk.ask(probe, "/api/v1/observations", wish);
    REQUIRE(reply);
    CHECK(reply->status == 202);
    CHECK(support::json_of(*reply).at("state").as_string() == "unknown");
    CHECK(support::json_of(*reply).at("incident").is_string());
    for (auto const* unseen : {"unknown", "maintenance"}) {
        wish["state"] = unseen;
        auto const refused = desk.ask(probe, "/api/v1/observations", wish);
        CHECK(refused.error().code == "input.invalid");
    }
    auto const confirm = "/api/v1/services/" + desk.galleries.text() + "/confirm";
    CHECK(desk.ask(probe, confirm, JsonObject{}).error().code == "http.right_missing");
}

TEST_CASE("observation routes: a person confirms that a service is well")
{
    Desk desk;
    auto const ada = samples::as(samples::person(desk.world, "Ada"));
    auto const path = "/api/v1/services/" + desk.galleries.text() + "/confirm";
    auto const reply = desk.ask(ada, path, JsonObject{});
    REQUIRE(reply);
    CHECK(support::json_of(*reply).at("checked").at("seen_from").as_string() == "Ada");
    CHECK(desk.ask(Actor::system(), path, JsonObject{}).error().code == "service.needs_person");
}
