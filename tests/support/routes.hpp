#pragma once
// Asks a room's routes without a socket: finds the row, runs its handler in one transaction of the
// world as the server would, and answers the reply (a refusal as its problem document).
//
//     auto const reply = support::ask(world, table, {.method = "POST", .path = "/api/v1/plans",
//                                                    .body = R"({"name":"Pro"})"});
//     CHECK(reply.status == 201);
//     CHECK(support::json_of(reply).at("name") == "Pro");
#include "support/database.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::support {

struct Question {
    std::string method = "GET";
    std::string path;  // with the query, if there is one
    std::string body = {};
    http::Headers headers = {};  // names in lower case
    Actor actor = Actor::system();
};

inline http::Reply ask(World& world, http::Table const& table, Question const& question)
{
    auto const mark = question.path.find('?');
    auto const path = question.path.substr(0, mark);
    auto const match = table.find(question.method, path);
    if (!match)
        return http::problem(match.error());
    http::Request const request{
        .method = question.method,
        .path = path,
        .query = mark == std::string::npos ? "" : question.path.substr(mark + 1),
        .headers = question.headers,
        .body = question.body,
        .peer = "127.0.0.1",
        .names = match->names,
        .actor = question.actor};
    auto const run = [&](Call& call) { return match->route->handler(request, call); };
    auto const reply = question.method == "GET" ? world.read(question.actor, run)
                                                : world.write(question.actor, run);
    return reply ? *reply : http::problem(reply.error());
}

inline JsonObject json_of(http::Reply const& reply)
{
    return parse_json(reply.body).value().as_object();
}

}  // namespace tellfirst::support
