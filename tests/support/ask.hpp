#pragma once
// Asks a route of a table as the server would, without a socket: finds the row, looks at the
// caller's rights, runs the handler in its transaction. Link room_wire.
#include "support/database.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::support {

struct Ask {
    std::string_view method;
    std::string_view path;  // with its query: "/api/v1/people?limit=2"
    std::string body = {};
    http::Headers headers = {};
    std::string peer = "192.0.2.7";
};

[[nodiscard]] inline Result<http::Reply>
ask(World& world, http::Table const& table, Actor const& actor, Ask const& what)
{
    auto const mark = what.path.find('?');
    auto found = table.find(what.method, what.path.substr(0, mark));
    if (!found)
        return found.error();
    auto const& route = *found->route;
    if (!actor.rights.has(route.right))
        return Problem{.kind = Refusal::forbidden, .code = "http.right_missing"};
    http::Request const request{
        .method = std::string{what.method},
        .path = std::string{what.path.substr(0, mark)},
        .query = mark == what.path.npos ? "" : std::string{what.path.substr(mark + 1)},
        .headers = what.headers,
        .body = what.body,
        .peer = what.peer,
        .names = std::move(found->names),
        .actor = actor};
    if (route.work) {
        auto house = world.house();
        return route.work(request, house);
    }
    auto const handle = [&](Call& call) { return route.handler(request, call); };
    return what.method == "GET" ? world.read(actor, handle) : world.write(actor, handle);
}

// With the rest of one that comes in pieces.
[[nodiscard]] inline std::string whole_body(World& world, http::Reply reply)
{
    for (auto piece = reply.body; reply.more && !piece.empty(); reply.body += piece)
        piece = world.read([&](Call& call) { return reply.more(call); });
    return reply.body;
}

[[nodiscard]] inline Json json_of(http::Reply const& reply)
{
    return *parse_json(reply.body);
}

}  // namespace tellfirst::support
