#include "status/desk.hpp"

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

namespace {

Json suspicion(Desk const& desk)
{
    return {
        {"title", "Galleries are slow"},
        {"services", JsonArray{{{"service", desk.galleries}, {"state", "degraded"}}}},
        {"first_seen", {{"by", "monitor"}, {"at", "2026-03-04T09:58:00Z"}, {"detail", "fra-1"}}}};
}

}  // namespace

TEST_CASE("suspicion routes: a suspicion is written down, listed by itself, and published")
{
    Desk desk;
    auto const suspected = desk.ask("POST", "/api/v1/incidents/suspected", suspicion(desk));
    REQUIRE(suspected.status == 201);
    auto const path = header_of(suspected, "location");
    CHECK(desk.ask("GET", path).body == suspected.body);
    auto const count = [&](std::string const& query) {
        return support::json_of(desk.ask("GET", "/api/v1/incidents" + query))
            .at("items")
            .as_array()
            .size();
    };
    CHECK(count("") == 0);
    CHECK(count("?open=true") == 0);
    CHECK(count("?suspected=true") == 1);
    CHECK(code_of(desk.ask("GET", "/api/v1/incidents?suspected=perhaps")) == "input.invalid");

    auto const published = desk.ask("POST", path + "/publish", desk.outage());
    CHECK(published.status == 200);
    CHECK(support::json_of(published).at("first_seen").at("detail") == "fra-1");
    CHECK(support::json_of(published).at("started_at") == "2026-03-04T09:58:00Z");
    CHECK(count("?open=true") == 1);
}

TEST_CASE("suspicion routes: a suspicion is dismissed with a reason, at the version one saw")
{
    Desk desk;
    auto const path =
        header_of(desk.ask("POST", "/api/v1/incidents/suspected", suspicion(desk)), "location");
    Json const reason{{"reason", "a false alarm"}};
    CHECK(desk.ask("POST", path + "/dismiss", Json{{"reason", ""}}).status == 422);
    CHECK(desk.ask("POST", path + "/dismiss", reason, {{"if-match", "\"7\""}}).status == 412);
    CHECK(desk.ask("POST", path + "/dismiss", reason).status == 200);
    CHECK(desk.ask("POST", path + "/publish", desk.outage()).status == 409);
}
