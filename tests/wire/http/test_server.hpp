#pragma once
// A server with a few routes over a fresh database. Callers: "Bearer agent" may read tickets and
// facts and answer tickets, "Bearer auditor" may only read them; the cookie "session=agent" is the
// agent, too; "Bearer stale" is a token that has ended. The header X-Mark makes the resolver write,
// as a session does that is marked as seen.
#include "support/database.hpp"
#include "wire/http/raw_client.hpp"
#include "wire/http/server.hpp"

namespace tellfirst::http {

inline constexpr std::string_view as_agent = "Authorization: Bearer agent\r\n";
inline constexpr std::string_view as_auditor = "Authorization: Bearer auditor\r\n";

struct ThingMade {
    static constexpr std::string_view room = "test";
    static constexpr std::string_view kind = "ThingMade";
    TicketId thing;
    [[nodiscard]] std::string subject() const { return thing.text(); }
};
BOOST_DESCRIBE_STRUCT(ThingMade, (), (thing))

[[nodiscard]] inline Result<Actor> test_caller(Request const& request, Call& call)
{
    if (!request.header("x-mark").empty())
        call.tell(ThingMade{.thing = call.new_id<TicketId>()});
    auto const token = request.header("authorization");
    if (token == "Bearer stale")
        return Problem{.kind = Refusal::unauthenticated, .code = "test.stale"};
    if (token == "Bearer auditor")
        return Actor{
            .kind = Actor::Kind::token,
            .id = 2,
            .rights = {Right::read_tickets, Right::read_facts}};
    if (token == "Bearer agent" || request.header("cookie") == "session=agent")
        return Actor{
            .kind = Actor::Kind::person,
            .id = 1,
            .rights = {Right::read_tickets, Right::answer_tickets, Right::read_facts}};
    return Actor::nobody();
}

// Tells a fact, so that a test sees what was written; refuses the body "no", fails on "bug".
[[nodiscard]] inline Result<Reply> make_thing(Request const& request, Call& call)
{
    ThingMade const made{.thing = call.new_id<TicketId>()};
    call.tell(made);
    if (request.body == "no")
        return invalid("thing.no", "name", "No.");
    if (request.body == "bug")
        throw std::runtime_error{"secret text of a broken machine"};
    return created(
        "/things/1", JsonObject{{"id", made.thing.text()}, {"length", request.body.size()}});
}

[[nodiscard]] inline Result<Reply> show_thing(Request const& request, Call& call)
{
    return ok(
        JsonObject{{"name", request.names.at("id")}, {"actor", call.actor.text()}, {"version", 7}});
}

// "head" and three pieces; the third cannot be made of "/pieces/bad".
[[nodiscard]] inline Result<Reply> show_pieces(Request const& request, Call&)
{
    bool const is_bad = request.names.at("id") == "bad";
    return Reply{
        .body = "head",
        .type = "text/plain",
        .more = [is_bad, count = 0](Call& call) mutable -> std::string {
            if (++count == 3 && is_bad)
                throw std::runtime_error{"secret text of a broken machine"};
            return count > 3 ? "" : fmt::format(" {}:{}", count, call.actor.text());
        }};
}

[[nodiscard]] inline Table test_table()
{
    Table table;
    table.get("/pieces/{id}", Right::read_tickets, show_pieces);
    table.get("/open/{id}", Right::anyone, show_thing);
    table.get("/nobodys/{id}", Right::anyone, [](Request const&, Call&) -> Result<Reply> {
        return no_such_path();
    });
    table.post("/open", Right::anyone, make_thing).at_most(100);
    table.get("/way/{id}", Right::anyone, show_thing).counts_strangers();
    table.post("/gusts", Right::anyone, make_thing).takes_gusts({.per_second = 0.1, .burst = 5});
    table.get("/said", Right::anyone, make_thing).writes_by_get();
    table.get("/things/{id}", Right::read_tickets, show_thing);
    table.post("/things", Right::answer_tickets, make_thing);
    table.post("/tokens", Right::answer_tickets, make_thing).holds_secret();
    table.get("/mine", Right::signed_in, [](Request const&, Call&) -> Result<Reply> {
        return page(200, "<p>mine");
    });
    table.work("POST", "/slow", Right::read_tickets, [](Request const& request, House& house) {
        return house.write(request.actor, [&](Call& call) { return make_thing(request, call); });
    });
    table.stream("/events", Right::read_facts);
    return table;
}

struct TestServer {
    explicit TestServer(
        Limits limits = {}, HotPages hot = {}, std::optional<TlsFiles> tls = {},
        std::vector<std::string> trusted_proxies = {}, MadePages made = {}, Hides hides = {})
        : server{
              {.listen = {.tls = std::move(tls)},
               .table = table,
               .house = world.house(),
               .resolver = test_caller,
               .hot = std::move(hot),
               .hides = std::move(hides),
               .made = std::move(made),
               .limits = limits,
               .trusted_proxies = std::move(trusted_proxies)}}
    {
        server.start();
    }

    [[nodiscard]] RawReply
    ask(std::string_view method, std::string_view target, std::string_view headers = "",
        std::string_view body = "")
    {
        return RawClient{server.port()}.ask(method, target, headers, body);
    }

    [[nodiscard]] std::size_t things() { return support::facts_told(world).size(); }

    void make()
    {
        world.write([](Call& call) { call.tell(ThingMade{.thing = call.new_id<TicketId>()}); });
    }

    support::World world;
    Table table = test_table();
    Server server;
};

}  // namespace tellfirst::http
