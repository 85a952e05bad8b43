#include "notify/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("routes: whoever may publish takes a notice back; who may not is refused")
{
    support::World world;
    http::Table table;
    add_routes(table);
    add(world, {.name = "ada"});
    auto const path = "/api/v1/notices/" + say(world, outage(1)).text() + "/cancel";
    auto const stranger = support::ask(
        world, table, {.rights = RightSet{Right::read_status}}, {.method = "POST", .path = path});
    CHECK(stranger.error().kind == Refusal::forbidden);
    auto const reply =
        support::ask(world, table, Actor::system(), {.method = "POST", .path = path});
    REQUIRE(reply);
    CHECK(support::json_of(*reply).at("state") == "cancelled");
    CHECK(support::json_of(*reply).at("counts").at("cancelled") == 1);
    auto const nonsense = support::ask(
        world, table, Actor::system(), {.method = "POST", .path = "/api/v1/notices/x/cancel"});
    CHECK(nonsense.error().code == "notice.not_found");
}
