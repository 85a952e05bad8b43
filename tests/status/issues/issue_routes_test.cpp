#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

struct Desk {
    support::World world;
    http::Table table;
    JsonObject wish{
        {"title", "Search is slow"},
        {"services", JsonArray{samples::service(world, "Search").id.text()}},
        {"text", "It takes a minute."},
        {"fix", JsonObject{{"within", "3d"}}}};

    Desk() { add_routes(table); }

    http::Reply ask(std::string_view method, std::string const& path, Json const& body = nullptr)
    {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = method, .path = path, .body = body.is_null() ? "" : write_json(body)});
        return reply ? *reply : http::problem(reply.error());
    }
};

std::string path_of(http::Reply const& reply)
{
    return "/api/v1/issues/" + std::string{support::json_of(reply).at("id").as_string()};
}

}  // namespace

TEST_CASE("issues: one is opened, read, changed and closed")
{
    Desk desk;
    auto const opened = desk.ask("POST", "/api/v1/issues", desk.wish);
    REQUIRE(opened.status == 201);
    auto const path = path_of(opened);
    CHECK(desk.ask("GET", path).body == opened.body);
    desk.wish["title"] = "Search is off";
    auto const changed = desk.ask("PUT", path, desk.wish);
    CHECK(changed.status == 200);
    CHECK(support::json_of(changed).at("title") == "Search is off");
    auto const closed = desk.ask("POST", path + "/close", {{"text", "It has a new index."}});
    CHECK(closed.status == 200);
    CHECK(support::json_of(closed).at("closing_text") == "It has a new index.");
    CHECK(desk.ask("PUT", path, desk.wish).status == 409);
}

TEST_CASE("issues: they are listed newest first, page by page, and by whether they are open")
{
    Desk desk;
    auto const older = path_of(desk.ask("POST", "/api/v1/issues", desk.wish));
    auto const newer = path_of(desk.ask("POST", "/api/v1/issues", desk.wish));
    REQUIRE(desk.ask("POST", older + "/close", {{"text", "Done."}}).status == 200);
    auto const listed = [&](std::string const& query) {
        auto const page = support::json_of(desk.ask("GET", "/api/v1/issues" + query));
        std::vector<std::string> paths;
        for (auto const& item : page.at("items").as_array())
            paths.push_back("/api/v1/issues/" + std::string{item.at("id").as_string()});
        return paths;
    };
    CHECK(listed("") == std::vector{newer, older});
    CHECK(listed("?limit=1") == std::vector{newer});
    CHECK(listed("?open=true") == std::vector{newer});
    CHECK(listed("?open=false") == std::vector{older});
    CHECK(desk.ask("GET", "/api/v1/issues?open=perhaps").status == 422);
}

TEST_CASE("issues: what is not there or makes no sense is refused")
{
    Desk desk;
    auto const path = "/api/v1/issues/" + IssueId{7}.text();
    CHECK(desk.ask("GET", path).status == 404);
    CHECK(desk.ask("PUT", path, desk.wish).status == 404);
    CHECK(desk.ask("POST", path + "/close", {{"text", "Done."}}).status == 404);
    CHECK(desk.ask("GET", "/api/v1/issues/iss_naughty").status == 404);
    desk.wish["colour"] = "blue";
    CHECK(desk.ask("POST", "/api/v1/issues", desk.wish).status == 422);
}
