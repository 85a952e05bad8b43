#include "wire/http/openapi.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

namespace {

struct Thing {
    std::string name;
    std::optional<std::int64_t> size;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name, size))

Result<Reply> answer(Request const&, Call&)
{
    return no_content();
}

[[nodiscard]] Json document()
{
    Table table;
    table.get("/api/v1/things", Right::read_tickets, answer)
        .says("All things")
        .asks({"state", "limit"})
        .gives<Thing>();
    table.post("/api/v1/things/{id}/parts", Right::answer_tickets, answer)
        .says("Adds a part")
        .takes<Thing>()
        .gives<Thing>(201);
    table.stream("/api/v1/events", Right::read_facts).says("What happens");
    table.get("/healthz", Right::anyone, answer).says("Alive?");
    table.get("/sign-in/{token}", Right::anyone, answer);
    return openapi_document(table, "1.2.3");
}

}  // namespace

TEST_CASE("openapi_document: a row becomes an operation with its parameters, body and reply")
{
    auto const all = document();
    auto const& parts = all.at("paths").at("/api/v1/things/{id}/parts").at("post");
    CHECK(parts.at("operationId") == "post_things_id_parts");
    CHECK(parts.at("tags") == Json(JsonArray{"things"}));
    CHECK(parts.at("parameters").at(0).at("name") == "id");
    CHECK(parts.at("parameters").at(0).at("in") == "path");
    CHECK(parts.at("parameters").at(1).at("name") == "Idempotency-Key");
    CHECK(
        parts.at("requestBody").at("content").at("application/json").at("schema") ==
        schema_of<Thing>(SchemaUse::input));
    CHECK(
        parts.at("responses").at("201").at("content").at("application/json").at("schema") ==
        schema_of<Thing>(SchemaUse::output));
}

TEST_CASE("openapi_document: every operation may answer a problem")
{
    auto const all = document();
    CHECK(all.at("paths").as_object().size() == 4);
    for (auto const& path : all.at("paths").as_object())
        for (auto const& operation : path.value().as_object())
            CHECK(
                operation.value().at("responses").at("default").at("$ref") ==
                "#/components/responses/Problem");
}

TEST_CASE("openapi_document: says of each operation whether one must sign in")
{
    auto const all = document();
    auto const& paths = all.at("paths");
    CHECK(paths.at("/healthz").at("get").at("security") == Json(JsonArray{JsonObject{}}));
    CHECK(paths.at("/api/v1/things").at("get").at("security").as_array().size() == 2);
    CHECK(
        paths.at("/api/v1/things").at("get").at("description") ==
        "Takes the right `read_tickets`.");
}

TEST_CASE("openapi_document: pages for people are no part of the API")
{
    CHECK(!document().at("paths").as_object().contains("/sign-in/{token}"));
}

TEST_CASE("openapi_document: a stream is text/event-stream and resumes by its header")
{
    auto const all = document();
    auto const& stream = all.at("paths").at("/api/v1/events").at("get");
    CHECK(stream.at("responses").at("200").at("content").as_object().contains("text/event-stream"));
    CHECK(stream.at("parameters").at(0).at("name") == "Last-Event-ID");
}
