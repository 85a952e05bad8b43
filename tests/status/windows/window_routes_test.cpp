#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Planner {
    support::World world;
    http::Table table;
    std::string galleries = samples::service(world, "Galleries").id.text();

    Planner() { add_routes(table); }

    http::Reply ask(std::string_view method, std::string const& path, Json const& body = nullptr)
    {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = method, .path = path, .body = body.is_null() ? "" : write_json(body)});
        return reply ? *reply : http::problem(reply.error());
    }

    JsonObject work(Duration ahead) const
    {
        return {
            {"title", "New disks"},
            {"services", JsonArray{galleries}},
            {"starts_at", to_rfc3339(support::test_start + ahead)},
            {"ends_at", to_rfc3339(support::test_start + ahead + 1h)},
            {"text", "Galleries are read-only."}};
    }
    std::string plan(Duration ahead)
    {
        auto const reply = ask("POST", "/api/v1/windows", work(ahead));
        REQUIRE(reply.status == 201);
        return "/api/v1/windows/" + std::string{support::json_of(reply).at("id").as_string()};
    }
};

}  // namespace

TEST_CASE("windows: who plans or moves one is told whose critical dates it meets (R-14)")
{
    Planner planner;
    auto const contact = samples::customer(planner.world, "Ada");
    auto const starts_at = support::test_start + 80h;
    planner.world.write([&](Call& call) {
        auto const account = accounts::find_contact(call.tx, contact)->account.value();
        (void)accounts::add_critical_date(
            call, account, {.title = "Gala", .starts_at = starts_at, .ends_at = starts_at + 1h})
            .value();
    });
    auto const titles = [](http::Reply const& reply) {
        std::vector<std::string> titles;
        for (auto const& conflict : support::json_of(reply).at("conflicts").as_array())
            titles.emplace_back(conflict.at("title").as_string());
        return titles;
    };
    using Titles = std::vector<std::string>;
    auto const planned = planner.ask("POST", "/api/v1/windows", planner.work(80h));
    CHECK(titles(planned) == Titles{"Gala"});
    auto const move = [&](Duration ahead) {
        auto wish = planner.work(ahead);
        wish.erase("title");
        wish.erase("services");
        auto const id = std::string{support::json_of(planned).at("id").as_string()};
        return planner.ask("POST", "/api/v1/windows/" + id + "/move", wish);
    };
    CHECK(titles(move(90h)).empty());
    CHECK(titles(move(80h)) == Titles{"Gala"});
}

TEST_CASE("windows: one is planned, read, and cancelled")
{
    Planner planner;
    auto const planned = planner.ask("POST", "/api/v1/windows", planner.work(80h));
    REQUIRE(planned.status == 201);
    auto const path =
        "/api/v1/windows/" + std::string{support::json_of(planned).at("id").as_string()};
    CHECK(support::json_of(planned).at("state") == "planned");
    auto answered = support::json_of(planned).as_object();
    CHECK(answered.at("conflicts") == JsonArray{});
    answered.erase("conflicts");
    CHECK(support::json_of(planner.ask("GET", path)).as_object() == answered);
    auto const off = planner.ask("POST", path + "/cancel", {{"text", "The disks are late."}});
    CHECK(off.status == 200);
    CHECK(support::json_of(off).at("state") == "cancelled");
    CHECK(planner.ask("POST", path + "/cancel").status == 422);
}

TEST_CASE("windows: one is moved, and ends when somebody says so")
{
    Planner planner;
    auto const path = planner.plan(80h);
    auto later = planner.work(90h);
    later.erase("title");
    later.erase("services");
    auto const moved = planner.ask("POST", path + "/move", later);
    CHECK(moved.status == 200);
    CHECK(
        support::json_of(moved).at("starts_at").as_string() ==
        to_rfc3339(support::test_start + 90h));
    CHECK(planner.ask("POST", path + "/finish", {{"text", "Done."}}).status == 409);
    planner.world.go_to(support::test_start + 90h + 10min);
    auto const over = planner.ask("POST", path + "/finish", {{"text", "Done."}});
    CHECK(support::json_of(over).at("state") == "finished");
}

TEST_CASE("windows: those that lie between two moments can be asked for")
{
    Planner planner;
    auto const later = planner.plan(80h);
    auto const sooner = planner.plan(5h);
    auto const found = support::json_of(
        planner.ask("GET", "/api/v1/windows?from=" + to_rfc3339(support::test_start + 40h)));
    REQUIRE(found.at("items").as_array().size() == 1);
    CHECK("/api/v1/windows/" + std::string{found.at("items").at(0).at("id").as_string()} == later);
    CHECK(planner.ask("GET", "/api/v1/windows?to=soon").status == 422);
}

TEST_CASE("windows: they are listed page by page, the soonest first")
{
    Planner planner;
    auto const later = planner.plan(80h);
    auto const sooner = planner.plan(5h);
    auto const first = support::json_of(planner.ask("GET", "/api/v1/windows?limit=1"));
    auto const id_of = [](Json const& page) {
        return "/api/v1/windows/" + std::string{page.at("items").at(0).at("id").as_string()};
    };
    CHECK(id_of(first) == sooner);
    auto const second = support::json_of(planner.ask(
        "GET", "/api/v1/windows?limit=1&after=" + std::string{first.at("next").as_string()}));
    CHECK(id_of(second) == later);
    CHECK(second.at("next").is_null());
    CHECK(planner.ask("GET", "/api/v1/windows?after=" + sooner.substr(16)).status == 422);
}

TEST_CASE("windows: notices and proof are those of the window")
{
    Planner planner;
    samples::customer(planner.world, "Ada");
    auto const path = planner.plan(80h);
    auto const notices = support::json_of(planner.ask("GET", path + "/notices"));
    CHECK(notices.at("items").at(0).at("topic") == "planned");
    auto const proof = support::json_of(planner.ask("GET", path + "/proof"));
    CHECK(proof.at("exposed") == 1);
    auto const lines = support::json_of(planner.ask("GET", path + "/proof/deliveries"));
    CHECK(lines.at_pointer("/items/0/state") == "queued");
    auto const file = planner.ask("GET", path + "/proof.csv");
    CHECK(support::whole_body(planner.world, file).contains("Ada@example.test"));
}

TEST_CASE("windows: what is not there is 404, what cannot be planned 422")
{
    Planner planner;
    for (std::string const path : {"x", "win_aaaaaaaaaaab"})
        for (std::string const part : {"", "/notices", "/proof", "/proof/deliveries", "/proof.csv"})
            CHECK(planner.ask("GET", "/api/v1/windows/" + path + part).status == 404);
    CHECK(planner.ask("POST", "/api/v1/windows", planner.work(-1h)).status == 422);
    for (std::string const verb : {"/cancel", "/finish"})
        CHECK(
            planner.ask("POST", "/api/v1/windows/win_aaaaaaaaaaab" + verb, {{"text", "x"}})
                .status == 404);
}
