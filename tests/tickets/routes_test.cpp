#include "support/ask.hpp"
#include "support/results.hpp"
#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::ask;
using tests::TicketHouse;

TEST_CASE("/api/v1/tickets/{id}: what was meant for an older version is 412 and changes nothing")
{
    support::World world;
    TicketHouse house{world};
    http::Table table;
    tickets::add_routes(table);
    auto const id = *house.post({}).ticket;
    auto const reply_to_version = [&](std::string const& tag) {
        return ask(
            world, table, Actor::system(),
            {.method = "POST",
             .path = "/api/v1/tickets/" + id.text() + "/replies",
             .body = R"({"text":"Done.","then":"solve"})",
             .headers = {{"if-match", tag}}});
    };
    auto const late = reply_to_version("\"7\"");
    REQUIRE(late.has_error());
    CHECK(late.error().kind == Refusal::stale);
    CHECK(house.ticket(id).entries.size() == 2);

    auto const answered = reply_to_version("\"1\"");
    REQUIRE(answered);
    CHECK(answered->status == 201);
    CHECK(house.ticket(id).state == tickets::State::solved);
}

TEST_CASE("/api/v1/tickets: pages follow each other by next, and only a next of ours is one")
{
    support::World world;
    TicketHouse house{world};
    http::Table table;
    tickets::add_routes(table);
    for (int i = 0; i < 3; ++i)
        (void)house.post({.text = std::to_string(i), .message_id = fmt::format("{}@a", i)});
    auto const get = [&](std::string const& query) {
        return ask(
            world, table, Actor::system(),
            {.method = "GET", .path = "/api/v1/tickets?limit=2&state=waiting_for_us" + query});
    };
    auto const first = support::json_of(get("").value());
    CHECK(first.at("items").as_array().size() == 2);
    auto const second =
        support::json_of(get("&after=" + std::string{first.at("next").as_string()}).value());
    CHECK(second.at("items").as_array().size() == 1);
    CHECK(second.at("next").is_null());
    CHECK(second.at("items").at(0).at("number") == 1003);
    for (auto const* const wrong : {"&after=tkt_aaaaaaaaaaaa", "&account=tkt_1", "&incident=x"}) {
        auto const refused = get(wrong);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "input.invalid");
    }
}

TEST_CASE(
    "/api/v1/tickets/{id}/replies/{entry}/undo: answers the ticket and the text, then refuses")
{
    support::World world;
    TicketHouse house{world};
    http::Table table;
    tickets::add_routes(table);
    auto const id = *house.post({}).ticket;
    auto const path = "/api/v1/tickets/" + id.text() + "/replies";
    auto const replied =
        ask(world, table, Actor::system(),
            {.method = "POST", .path = path, .body = R"({"text":"Done.","undo_s":60})"});
    REQUIRE(replied);
    auto const entry = std::string{
        support::json_of(*replied).at("entries").as_array().back().at("id").as_string()};
    auto const undone = ask(
        world, table, Actor::system(), {.method = "POST", .path = path + "/" + entry + "/undo"});
    REQUIRE(undone);
    CHECK(support::json_of(*undone).at("text") == "Done.");
    CHECK(support::json_of(*undone).at("ticket").at("state") == "waiting_for_us");
    auto const nothing =
        ask(world, table, Actor::system(), {.method = "POST", .path = path + "/ent_x/undo"});
    REQUIRE(nothing.has_error());
    CHECK(nothing.error().code == "reply.not_found");
}
