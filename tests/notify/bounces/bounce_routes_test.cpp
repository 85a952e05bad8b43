#include "notify/bounces/bounce_routes.hpp"

#include "notify/bounces/returns.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Actor const lead{
    .kind = Actor::Kind::person,
    .id = 5,
    .rights = {Right::signed_in, Right::read_proof, Right::write_accounts}};
Actor const reader{
    .kind = Actor::Kind::person, .id = 6, .rights = {Right::signed_in, Right::read_proof}};

Result<http::Reply>
ask(support::World& world, Actor const& actor, std::string_view method, std::string const& path)
{
    http::Table table;
    add_bounce_routes(table);
    return support::ask(world, table, actor, {.method = method, .path = path});
}

}  // namespace

TEST_CASE("bounces route: a list by outcome, one with its text, and the tick of who has seen it")
{
    support::World world;
    Returns house{world};
    auto const id = house.post("bounce+1@x.test", report("5.1.1")).id.text();
    auto const list = ask(world, reader, "GET", "/api/v1/bounces?outcome=unattributed");
    REQUIRE(list);
    CHECK(list->body.contains(id));
    CHECK_FALSE(
        ask(world, reader, "GET", "/api/v1/bounces?outcome=bounced").value().body.contains(id));
    CHECK(ask(world, reader, "GET", "/api/v1/bounces?outcome=x").has_error());
    CHECK(ask(world, reader, "GET", "/api/v1/bounces/" + id).value().body.contains("\"text\""));
    auto const path = "/api/v1/bounces/" + id + "/seen";
    CHECK(ask(world, reader, "POST", path).error().kind == Refusal::forbidden);
    CHECK(ask(world, lead, "POST", path).value().body.contains("\"seen\""));
}

TEST_CASE("suppressions route: only who may write accounts takes an address off the list")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    house.post(house.bounce_address(house.tell(), ada), report("5.1.1"));
    auto const path = "/api/v1/suppressions/" + house.suppressed().at(0).id.text();
    CHECK(ask(world, reader, "GET", "/api/v1/suppressions")
              .value()
              .body.contains("ada@example.test"));
    CHECK(ask(world, reader, "DELETE", path).error().kind == Refusal::forbidden);
    CHECK(ask(world, lead, "DELETE", path).value().body.contains("ada@example.test"));
    CHECK(ask(world, lead, "DELETE", path).error().code == "suppression.not_found");
}

TEST_CASE("suppressions route: only who may write accounts puts an address on the list")
{
    support::World world;
    http::Table table;
    add_bounce_routes(table);
    auto const post = [&](Actor const& actor, std::string body) {
        return support::ask(
            world, table, actor,
            {.method = "POST", .path = "/api/v1/suppressions", .body = std::move(body)});
    };
    std::string const wish =
        R"({"address": "eve@example.test", "topic": "planned", "reason": "rang"})";
    CHECK(post(reader, wish).error().kind == Refusal::forbidden);
    CHECK(post(lead, R"({"address": "eve", "reason": "rang"})").has_error());
    auto const added = support::json_of(*post(lead, wish));
    CHECK(added.at("topic") == "planned");
    CHECK(added.at("cause") == "complained");
}
