#include "wire/http/table.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace tellfirst;
using namespace tellfirst::http;

namespace {

Result<Reply> answer(Request const&, Call&)
{
    return no_content();
}

[[nodiscard]] Table tickets()
{
    Table table;
    table.get("/tickets", Right::read_tickets, answer);
    table.get("/tickets/{id}", Right::read_tickets, answer);
    table.get("/tickets/mine", Right::read_tickets, answer);
    table.post("/tickets/{id}/replies/{reply}", Right::answer_tickets, answer);
    table.remove("/tickets/{id}", Right::answer_tickets, answer);
    return table;
}

}  // namespace

TEST_CASE("Table: a row's names take the segments of the path")
{
    auto const table = tickets();
    auto const match = table.find("POST", "/tickets/7/replies/9");
    REQUIRE(match.has_value());
    CHECK(match->names.at("id") == "7");
    CHECK(match->names.at("reply") == "9");
}

TEST_CASE("Table: a word in a row wins over a name")
{
    auto const table = tickets();
    CHECK(table.find("GET", "/tickets/mine")->route->path == "/tickets/mine");
    CHECK(table.find("GET", "/tickets/other")->route->path == "/tickets/{id}");
}

TEST_CASE("Table: HEAD finds the row of GET")
{
    auto const table = tickets();
    CHECK(table.find("HEAD", "/tickets")->route->method == "GET");
}

TEST_CASE("Table: a stream has no HEAD")
{
    Table table;
    table.stream("/events", Right::read_facts);
    CHECK(table.find("GET", "/events")->route->stream);
    CHECK(table.find("HEAD", "/events").error().code == "http.no_such_method");
    CHECK(table.allowed("/events") == "GET");
}

TEST_CASE("Table: an unknown path and an unknown method are told apart")
{
    auto const table = tickets();
    for (auto const* path :
         {"/", "/ticket", "/tickets/", "/tickets/7/replies", "/tickets//replies/1"})
        CHECK_MESSAGE(table.find("GET", path).error().code == "http.no_such_path", path);
    CHECK(table.find("PUT", "/tickets/7").error().code == "http.no_such_method");
    CHECK(table.find("HEAD", "/tickets/7/replies/9").error().code == "http.no_such_method");
}

TEST_CASE("Table: the allowed methods of a path are those of all its rows")
{
    auto const table = tickets();
    CHECK(table.allowed("/tickets/7") == "GET, HEAD, DELETE");
    CHECK(table.allowed("/nowhere").empty());
}

TEST_CASE("Table: the same row twice is a bug")
{
    auto table = tickets();
    CHECK_THROWS_AS(table.get("/tickets", Right::anyone, answer), std::logic_error);
}
