#include "wire/http/change.hpp"

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
