#include "pages/summary/summary_routes.hpp"

#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("summary: its routes answer for anybody; a month that is none is not there")
{
    support::World world;
    http::Table table;
    add_summary_routes(table);
    auto const get = [&](std::string_view path) {
        auto const reply =
            support::ask(world, table, Actor::system(), {.method = "GET", .path = path});
        return reply ? reply->status : http::status_of(reply.error().kind);
    };
    CHECK(get("/summary") == 200);
    CHECK(get("/de/summary?month=2026-01") == 200);
    CHECK(get("/summary.json") == 200);
    CHECK(get("/summary?month=2027-01") == 404);
    CHECK(get("/summary?month=x") == 404);
}

TEST_CASE(
    "summary: of a month to come a person finds no page, and a program is told what is not there")
{
    support::World world;
    http::Table table;
    add_summary_routes(table);
    auto const refused = [&](std::string_view path) {
        return support::ask(world, table, Actor::system(), {.method = "GET", .path = path})
            .error()
            .code;
    };
    CHECK(refused("/summary?month=2027-01") == http::no_such_path().code);
    CHECK(refused("/de/summary?month=2027-01") == http::no_such_path().code);
    CHECK(refused("/summary.json?month=2027-01") == "month.not_found");
}

TEST_CASE("summary: whoever asks for sheet after sheet has to wait, for each is reckoned anew")
{
    http::Table table;
    add_summary_routes(table);
    for (auto const& route : table.routes())
        CHECK(route->counted);
}
