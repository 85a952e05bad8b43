#include "notify/news/news.hpp"
#include "notify/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("/api/v1/news: said, listed page by page, and proved")
{
    support::World world;
    http::Table table;
    add_news_routes(table);
    add(world, {.name = "ada", .topics = {{Topic::news}}});
    auto const ask = [&](std::string_view method, std::string const& path, std::string body = {}) {
        return support::ask(
            world, table, Actor::system(),
            {.method = method, .path = path, .body = std::move(body)});
    };
    auto const post = [&](std::string const& title) {
        return ask(
            "POST", "/api/v1/news",
            fmt::format(
                R"({{"texts": [{{"language": "en", "title": "{}", "text": "Good."}}]}})", title));
    };
    CHECK(post("One")->status == 201);
    auto const said = support::json_of(*post("Two"));
    CHECK(said.at_pointer("/notice/state") == "waiting");
    auto const id = std::string{said.at("id").as_string()};

    auto const first = support::json_of(*ask("GET", "/api/v1/news?limit=1"));
    CHECK(first.at_pointer("/items/0/id").as_string() == id);
    auto const next = std::string{first.at("next").as_string()};
    auto const rest = support::json_of(*ask("GET", "/api/v1/news?after=" + next));
    CHECK(rest.at_pointer("/items/0/texts/0/title") == "One");
    CHECK(rest.at("next").is_null());

    CHECK(support::json_of(*ask("GET", "/api/v1/news/" + id)).at("id").as_string() == id);
    auto const proof = support::json_of(*ask("GET", "/api/v1/news/" + id + "/proof"));
    CHECK(proof.at("exposed") == 1);
    auto const lines = support::json_of(*ask("GET", "/api/v1/news/" + id + "/proof/deliveries"));
    CHECK(lines.at_pointer("/items/0/address") == "ada@example.test");
    auto const file = *ask("GET", "/api/v1/news/" + id + "/proof.csv");
    CHECK(support::whole_body(world, file).contains("ada@example.test"));
}

TEST_CASE("/api/v1/news: an outage is none, and who may not publish says none")
{
    support::World world;
    http::Table table;
    add_news_routes(table);
    add(world, {.name = "ada"});
    auto const ask = [&](Actor const& actor, std::string_view method, std::string const& path) {
        return support::ask(world, table, actor, {.method = method, .path = path, .body = "{}"})
            .error()
            .code;
    };
    auto const outage_of_mail = "/api/v1/news/" + say(world, outage(1)).text();
    CHECK(ask(Actor::system(), "GET", outage_of_mail) == "news.not_found");
    CHECK(ask(Actor::system(), "GET", outage_of_mail + "/proof") == "news.not_found");
    CHECK(ask(Actor::nobody(), "POST", "/api/v1/news") == "http.right_missing");
}
