#pragma once
// The API of status as somebody at his desk asks it, with a service that can be down.
#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

namespace tellfirst::status::samples {

struct Desk {
    support::World world;
    http::Table table;
    std::string galleries;

    Desk()
    {
        add_routes(table);
        galleries = service(world, "Galleries").id.text();
    }

    http::Reply
    ask(std::string_view method, std::string const& path, Json const& body = nullptr,
        http::Headers headers = {})
    {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = method,
             .path = path,
             .body = body.is_null() ? "" : write_json(body),
             .headers = std::move(headers)});
        return reply ? *reply : http::problem(reply.error());
    }

    JsonObject outage() const
    {
        return {
            {"title", "Galleries are down"},
            {"services", JsonArray{{{"service", galleries}, {"state", "partial"}}}},
            {"text", "We are looking."},
            {"eta", {{"within", "2h"}}}};
    }
    std::string publish()
    {
        auto const reply = ask("POST", "/api/v1/incidents", outage());
        REQUIRE(reply.status == 201);
        return "/api/v1/incidents/" + std::string{support::json_of(reply).at("id").as_string()};
    }
};

inline std::string code_of(http::Reply const& reply)
{
    return std::string{support::json_of(reply).at("code").as_string()};
}

inline std::string header_of(http::Reply const& reply, std::string_view name)
{
    for (auto const& [key, value] : reply.headers)
        if (key == name)
            return value;
    return "";
}

}  // namespace tellfirst::status::samples
