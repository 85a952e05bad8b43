#include "status/windows/critical_dates_samples.hpp"
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
    Actor actor = Actor::system();

    Planner() { add_routes(table); }

    http::Reply ask(std::string_view method, std::string const& path, Json const& body = nullptr)
    {
        auto const reply = support::ask(
            world, table, actor,
            {.method = method, .path = path, .body = body.is_null() ? "" : write_json(body)});
        return reply ? *reply : http::problem(reply.error());
    }

    std::string thursdays()
    {
        auto const reply =
            ask("POST", "/api/v1/series",
                {{"title", "Thursday maintenance"},
                 {"services", JsonArray{galleries}},
                 {"zone", "Europe/Berlin"},
                 {"first", "2026-03-05T22:00"},
                 {"minutes", 90},
                 {"rule", "FREQ=WEEKLY;BYDAY=TH"}});
        REQUIRE(reply.status == 201);
        return "/api/v1/series/" + std::string{support::json_of(reply).at("id").as_string()};
    }
};

}  // namespace

TEST_CASE("series: one is reserved, listed, declared and ended")
{
    Planner planner;
    auto const path = planner.thursdays();
    CHECK(
        support::json_of(planner.ask("GET", "/api/v1/series")).at("items").as_array().size() == 1);
    auto const declared = planner.ask(
        "POST", path + "/declare",
        {{"starts_at", "2026-03-12T21:00:00Z"}, {"is_used", true}, {"text", "New disks."}});
    REQUIRE(declared.status == 200);
    CHECK(support::json_of(declared).at("occurrences").at(1).at("state") == "will_be_used");
    CHECK(planner.ask("GET", path).body == declared.body);
    auto const ended = planner.ask("POST", path + "/end", JsonObject{});
    CHECK(ended.status == 200);
    CHECK(support::json_of(ended).at("ended_at").is_string());
    CHECK(planner.ask("GET", "/api/v1/series/ser_aaaaaaaaaaab").status == 404);
    CHECK(planner.ask("POST", path + "/declare").status == 422);
}

TEST_CASE("windows/check: it answers and writes nothing")
{
    Planner planner;
    auto const facts = support::facts_told(planner.world);
    auto const reply = planner.ask(
        "POST", "/api/v1/windows/check",
        {{"services", JsonArray{planner.galleries}},
         {"starts_at", "2026-03-12T21:00:00Z"},
         {"ends_at", "2026-03-12T22:00:00Z"}});
    REQUIRE(reply.status == 200);
    auto const check = support::json_of(reply);
    CHECK(check.at("conflicts").as_array().empty());
    CHECK(check.at("next_free").at("starts_at") == "2026-03-12T21:00:00Z");
    CHECK(support::facts_told(planner.world) == facts);
}

TEST_CASE("calendar: windows, occurrences and critical dates, the last for who may read accounts")
{
    Planner planner;
    planner.thursdays();
    auto const contact = samples::customer(planner.world, "Ada");
    planner.world.write([&](Call& call) {
        auto const account = accounts::find_contact(call.tx, contact)->account;
        (void)accounts::add_critical_date(
            call, *account,
            {.title = "Launch", .starts_at = call.now + 1h, .ends_at = call.now + 2h})
            .value();
    });
    (void)samples::plan(
        planner.world, samples::work_on(planner.world, *ServiceId::parse(planner.galleries)))
        .value();
    std::string const path = "/api/v1/calendar?to=2026-03-13T00:00:00Z";
    auto const calendar = support::json_of(planner.ask("GET", path));
    CHECK(calendar.at("windows").as_array().size() == 1);
    CHECK(calendar.at("occurrences").as_array().size() == 2);
    CHECK(calendar.at("critical_dates").at(0).at("account_name") == "Ada & Co");

    planner.actor = {.kind = Actor::Kind::person, .id = 5, .rights = {Right::read_status}};
    CHECK(support::json_of(planner.ask("GET", path)).at("critical_dates").as_array().empty());
    CHECK(planner.ask("GET", "/api/v1/calendar?to=2026-03-01T00:00:00Z").status == 422);
    CHECK(planner.ask("GET", "/api/v1/calendar?to=2026-08-01T00:00:00Z").status == 422);
}

TEST_CASE("calendar: where there are more critical dates than it has room for, it says so")
{
    Planner planner;
    std::string const path = "/api/v1/calendar?to=2026-03-13T00:00:00Z";
    CHECK(support::json_of(planner.ask("GET", path)).at("is_cut") == false);
    samples::more_critical_dates_than_fit(planner.world, planner.world.now() + 1h);
    CHECK(support::json_of(planner.ask("GET", path)).at("is_cut") == true);
}
