#include "notify/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("routes: whoever may publish takes a notice back, stops it or cuts it short; others are "
          "refused")
{
    support::World world;
    http::Table table;
    add_routes(table);
    add(world, {.name = "ada"});
    auto const path = "/api/v1/notices/" + say(world, outage(1)).text() + "/cancel";
    auto const stranger = support::ask(
        world, table, {.rights = RightSet{Right::read_status}}, {.method = "POST", .path = path});
    CHECK(stranger.error().kind == Refusal::forbidden);
    auto other = outage(2);
    other.about = IncidentId{7002};
    auto const next = say(world, other).text();
    auto const said_of_other = [&](std::string const& verb) {
        auto const at = fmt::format("/api/v1/notices/{}/{}", next, verb);
        auto const said =
            support::ask(world, table, Actor::system(), {.method = "POST", .path = at});
        return said ? std::string{support::json_of(*said).at("state").as_string()} : "";
    };
    auto const reply =
        support::ask(world, table, Actor::system(), {.method = "POST", .path = path});
    REQUIRE(reply);
    CHECK(support::json_of(*reply).at("state") == "cancelled");
    CHECK(support::json_of(*reply).at("counts").at("cancelled") == 1);
    CHECK(said_of_other("pause") == "paused");
    CHECK(said_of_other("resume") == "waiting");
    CHECK(said_of_other("cancel-rest") == "cancelled");
    auto const nonsense = support::ask(
        world, table, Actor::system(), {.method = "POST", .path = "/api/v1/notices/x/cancel"});
    CHECK(nonsense.error().code == "notice.not_found");
}
