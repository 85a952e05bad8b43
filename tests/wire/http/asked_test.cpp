#include "wire/http/asked.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

namespace {

struct Rename {
    static constexpr std::array<std::string_view, 1> required{"name"};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (name))

struct Named {
    TicketId id;
    std::string name;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name, version))

Result<Named> rename(Call&, TicketId id, Rename const& wish, std::optional<std::int64_t> version)
{
    if (version == 7)
        return stale();
    return Named{.id = id, .name = wish.name, .version = version.value_or(0) + 1};
}

Result<Reply> ask(std::string id, std::string body, Headers headers = {})
{
    support::World world;
    Request request{.method = "PUT", .headers = std::move(headers), .body = std::move(body)};
    request.names.emplace("id", std::move(id));
    return world.write([&](Call& call) { return change(request, call, "ticket", rename); });
}

std::string code_of(Result<Reply> const& reply)
{
    return reply ? "" : reply.error().code;
}

}  // namespace

TEST_CASE("change: the verb hears which thing, what is wished of it and of which version")
{
    TicketId const id{5};
    auto const reply = ask(id.text(), R"({"name": "New"})", {{"if-match", "\"3\""}});
    REQUIRE(reply);
    CHECK(reply->status == 200);
    auto const named = from_json<Named>(*parse_json(reply->body)).value();
    CHECK(named.id == id);
    CHECK(named.name == "New");
    CHECK(named.version == 4);
}

TEST_CASE("change: what cannot be read, and what the verb refuses, is refused")
{
    auto const id = TicketId{5}.text();
    CHECK(code_of(ask("svc_aaaaaaaaaaab", R"({"name": "New"})")) == "ticket.not_found");
    CHECK_FALSE(ask(id, "{}"));
    CHECK_FALSE(ask(id, R"({"name": "New"})", {{"if-match", "three"}}));
    CHECK(code_of(ask(id, R"({"name": "New"})", {{"if-match", "\"7\""}})) == "http.stale");
}

TEST_CASE("asked_of: a thing of which nothing is wished needs no body")
{
    TicketId const id{5};
    Request request{.method = "DELETE", .headers = {{"if-match", "\"3\""}}};
    request.names.emplace("id", id.text());
    auto const asked = asked_of<TicketId>(request, "ticket");
    REQUIRE(asked);
    CHECK(asked->id == id);
    CHECK(asked->version == 3);
}

TEST_CASE("check_there: what is not there is refused, and what was replaced meanwhile")
{
    Request const request{.method = "PUT", .headers = {{"if-match", "\"3\""}}};
    auto const code = [&](std::optional<Named> const& found) {
        auto const there = check_there(request, "ticket", found);
        return there ? "" : there.error().code;
    };
    CHECK(code(std::nullopt) == "ticket.not_found");
    CHECK(code(Named{.version = 4}) == "http.stale");
    CHECK(code(Named{.version = 3}).empty());
}

TEST_CASE("reply_created: says where the new thing is")
{
    Named const made{.id = TicketId{5}, .name = "New", .version = 1};
    auto const reply = reply_created("/api/v1/tickets", Result<Named>{made});
    REQUIRE(reply);
    CHECK(reply->status == 201);
    std::pair<std::string, std::string> const place{
        "location", "/api/v1/tickets/" + made.id.text()};
    CHECK(std::ranges::find(reply->headers, place) != reply->headers.end());
    CHECK(code_of(reply_created("/x", Result<Named>{stale()})) == "http.stale");
}
