#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

struct Desk {
    support::World world;
    http::Table table;

    Desk() { add_routes(table); }

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
};

std::string path_of(ServiceId id)
{
    return "/api/v1/services/" + id.text();
}

}  // namespace

TEST_CASE("service routes: a service is changed below its version, and retired")
{
    Desk desk;
    auto const website = samples::group(desk.world, "Website");
    auto const path = path_of(samples::service(desk.world, "Galleries").id);
    JsonObject const wish{{"name", "Albums"}, {"parent", website.id.text()}};
    CHECK(desk.ask("PUT", path, wish, {{"if-match", "\"7\""}}).status == 412);
    auto const changed = desk.ask("PUT", path, wish, {{"if-match", "\"1\""}});
    CHECK(changed.status == 200);
    CHECK(support::json_of(changed).at("parent").as_string() == website.id.text());

    CHECK(desk.ask("DELETE", path_of(website.id)).status == 409);
    auto const retired = desk.ask("DELETE", path, nullptr, {{"if-match", "\"2\""}});
    CHECK(retired.status == 200);
    CHECK(support::json_of(retired).at("retired_at").is_string());
    CHECK(desk.ask("GET", path).status == 200);
    CHECK(support::json_of(desk.ask("GET", "/api/v1/services")).at("items").as_array().size() == 1);
}

TEST_CASE("service routes: what is not there is not found")
{
    Desk desk;
    CHECK(desk.ask("PUT", path_of(ServiceId{1}), {{"name", "Albums"}}).status == 404);
    CHECK(desk.ask("DELETE", path_of(ServiceId{1})).status == 404);
}
