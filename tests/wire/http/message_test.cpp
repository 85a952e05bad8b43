#include "wire/http/message.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

namespace {

enum class State { open, closed };
BOOST_DESCRIBE_ENUM(State, open, closed)

[[nodiscard]] std::string_view header_of(Reply const& reply, std::string_view name)
{
    for (auto const& [key, value] : reply.headers)
        if (key == name)
            return value;
    return {};
}

}  // namespace

TEST_CASE("Request: a header that is not there reads as empty")
{
    Request const request{.headers = {{"host", "a"}}};
    CHECK(request.header("host") == "a");
    CHECK(request.header("cookie").empty());
}

TEST_CASE("Request: a query parameter comes decoded")
{
    Request const request{.query = "after=a%2Bb&x"};
    CHECK(request.parameter("after") == "a+b");
    CHECK(request.parameter("x") == "");
    CHECK(!request.parameter("y"));
}

TEST_CASE("Request: a moment is read in any zone, and what is none is refused with its name")
{
    Request const request{.query = "from=2026-03-04T11:00:00%2B01:00&to=tomorrow&at="};
    CHECK(*request.moment("from") == parse_rfc3339("2026-03-04T10:00:00Z"));
    CHECK(*request.moment("at") == std::nullopt);
    CHECK(*request.moment("until") == std::nullopt);
    CHECK(request.moment("to").error().code == "input.invalid");
    CHECK(request.moment("to").error().field == "to");
}

TEST_CASE("Request: an unknown word of an enum parameter names the words that there are")
{
    Request const request{.query = "state=opened"};
    auto const state = request.parameter_as<State>("state");
    REQUIRE(state.has_error());
    CHECK(state.error().field == "state");
    CHECK(state.error().detail.contains("closed"));
    CHECK(*Request{.query = "state=closed"}.parameter_as<State>("state") == State::closed);
    CHECK(*Request{}.parameter_as<State>("state") == std::nullopt);
}

TEST_CASE("Request: limit is 50 unless given, and 1 to 200")
{
    CHECK(*Request{}.limit() == 50);
    CHECK(*Request{.query = "limit=200"}.limit() == 200);
    for (auto const* query : {"limit=0", "limit=201", "limit=", "limit=-1", "limit=1x"})
        CHECK_MESSAGE(Request{.query = query}.limit().has_error(), query);
}

TEST_CASE("Request: a path segment that is no id answers like an id that does not exist")
{
    Request const request{.names = {{"id", "nonsense"}}};
    CHECK(request.id<TicketId>("ticket").error() == not_found("ticket"));
    TicketId const ticket{1234567};
    CHECK(*Request{.names = {{"id", ticket.text()}}}.id<TicketId>("ticket") == ticket);
}

TEST_CASE("Request: If-Match takes one version in quotes")
{
    CHECK(*Request{}.if_match() == std::nullopt);
    CHECK(*Request{.headers = {{"if-match", "\"7\""}}}.if_match() == 7);
    for (auto const* tag : {"7", "\"\"", "\"a\"", "W/\"7\"", "\"7\", \"8\""}) {
        auto const version = Request{.headers = {{"if-match", tag}}}.if_match();
        REQUIRE_MESSAGE(version.has_error(), tag);
        CHECK(version.error().code == "http.bad_if_match");
    }
}

TEST_CASE("Request::check_version: refuses what was meant for another version")
{
    Request const request{.headers = {{"if-match", "\"7\""}}};
    CHECK(request.check_version(7).has_value());
    REQUIRE(request.check_version(8).has_error());
    CHECK(request.check_version(8).error().kind == Refusal::stale);
    CHECK(Request{}.check_version(8).has_value());
    CHECK(Request{.headers = {{"if-match", "rubbish"}}}.check_version(8).has_error());
}

TEST_CASE("Request: a form that no browser would send is malformed")
{
    CHECK(Request{.body = "a=1"}.form()->at("a") == "1");
    CHECK(Request{.body = "a=%"}.form().error().code == "form.malformed");
}

TEST_CASE("ok: the version of an object is its ETag")
{
    CHECK(header_of(ok(JsonObject{{"version", 3}}), "etag") == "\"3\"");
    CHECK(header_of(ok(JsonObject{{"id", 3}}), "etag").empty());
    CHECK(header_of(created("/x/1", JsonObject{{"version", 1}}), "location") == "/x/1");
}

TEST_CASE("problem: has the members of RFC 9457, our code and every wrong field")
{
    auto const reply = problem(
        {.kind = Refusal::invalid,
         .code = "input.invalid",
         .detail = "Two things.",
         .errors = {{"a", "required", "is required"}, {"b[0]", "wrong_form", "not an id"}}});
    CHECK(reply.status == 422);
    CHECK(reply.type == "application/problem+json");
    CHECK(
        reply.body == R"({"type":"about:blank","title":"Unprocessable Content","status":422,)"
                      R"("code":"input.invalid","detail":"Two things.","errors":[)"
                      R"({"field":"a","code":"required","detail":"is required"},)"
                      R"({"field":"b[0]","code":"wrong_form","detail":"not an id"}]})");
}

TEST_CASE("problem: a single wrong field is listed among the errors, too")
{
    auto const reply = problem(invalid("update.needs_when", "eta", "When?"));
    CHECK(reply.body.contains(R"("errors":[{"field":"eta","code":"update.needs_when")"));
}

TEST_CASE("problem: every refusal has its status")
{
    std::vector<int> const expected{400, 401, 403, 404, 409, 412, 413, 422, 429, 500, 503};
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(status_of(static_cast<Refusal>(i)) == expected[i]);
    CHECK(problem({.kind = Refusal::invalid, .code = "http.no_such_method"}).status == 405);
}

TEST_CASE("problem: says when to come back, and how to sign in")
{
    CHECK(
        header_of(
            problem({.kind = Refusal::too_many, .code = "x", .retry_after_s = 3}), "retry-after") ==
        "3");
    CHECK(
        header_of(problem({.kind = Refusal::unauthenticated, .code = "x"}), "www-authenticate") ==
        "Bearer");
}
