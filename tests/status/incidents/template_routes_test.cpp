#include "status/desk.hpp"

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

TEST_CASE("template routes: prepared words are added, listed, changed and removed")
{
    Desk desk;
    Json const wish{{"name", "Disk full"}, {"kind", "incident"}, {"text", "A disk is full."}};
    auto const added = desk.ask("POST", "/api/v1/templates", wish);
    REQUIRE(added.status == 201);
    auto const path = header_of(added, "location");
    Json const better{{"name", "Disk full"}, {"kind", "incident"}, {"text", "It is full."}};
    CHECK(desk.ask("PUT", path, better, {{"if-match", "\"7\""}}).status == 412);
    auto const changed = desk.ask("PUT", path, better);
    CHECK(changed.status == 200);
    auto const list = support::json_of(desk.ask("GET", "/api/v1/templates"));
    CHECK(list.at("items").as_array().at(0) == support::json_of(changed));
    CHECK(desk.ask("DELETE", path).status == 200);
    CHECK(desk.ask("DELETE", path).status == 404);
    CHECK(desk.ask("POST", "/api/v1/templates", Json{{"name", "x"}}).status == 422);
}
