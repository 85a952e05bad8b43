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
