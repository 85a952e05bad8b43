#include "status/desk.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

namespace {

std::int64_t count(support::World& world, std::string_view of)
{
    return world.read([&](Call& call) {
        return call.tx.one<std::int64_t>(fmt::format("SELECT COUNT(*) FROM {}", of)).value();
    });
}

}  // namespace

TEST_CASE("drafts: a new incident is seen as its reader would get it, and nothing of it stays")
{
    Desk desk;
    customer(desk.world, "Ada");
    auto const facts = support::facts_told(desk.world);
    auto const reply =
        desk.ask("POST", "/api/v1/notices/previews", {{"new_incident", desk.outage()}});
    REQUIRE(reply.status == 200);
    auto const all = support::json_of(reply).at("previews").as_array();
    REQUIRE(all.size() == 4);
    CHECK(all[0].at("channel") == "mail");
    CHECK(all[0].at("language") == "en");
    CHECK(std::string_view{all[0].at("subject").as_string()}.starts_with("[outage] "));
    CHECK(std::string_view{all[0].at("text").as_string()}.contains("Ada"));
    for (auto const* table : {"status_incidents", "notify_notices", "notify_deliveries"})
        CHECK(count(desk.world, table) == 0);
    CHECK(support::facts_told(desk.world) == facts);
}

TEST_CASE("drafts: the next word of an incident is seen, and the incident stays as it was")
{
    Desk desk;
    customer(desk.world, "Ada");
    auto const published = desk.ask("POST", "/api/v1/incidents", desk.outage());
    auto const id = support::json_of(published).at("id");
    auto const reply = desk.ask(
        "POST", "/api/v1/notices/previews",
        {{"incident", id}, {"resolve", {{"text", "A disk was full."}, {"notify", false}}}});
    REQUIRE(reply.status == 200);
    auto const seen = support::json_of(reply).at("previews").at(0);
    CHECK(std::string_view{seen.at("subject").as_string()}.starts_with("[resolved] "));
    CHECK(std::string_view{seen.at("text").as_string()}.contains("A disk was full."));
    CHECK(support::json_of(reply).at("changes").at(0).at("of") == "condition");
    CHECK(support::json_of(reply).at("changed_since").is_string());
    CHECK(desk.ask("GET", header_of(published, "location")).body == published.body);
}

TEST_CASE("drafts: news is seen by whoever wants it, is nothing to hand on, and stays unsaid")
{
    Desk desk;
    auto const ada = customer(desk.world, "Ada");
    desk.world.write([&](Call& call) {
        return accounts::choose_topics(call, ada, std::vector{accounts::Topic::news}).has_value();
    });
    auto const see = [&](std::string const& title) {
        JsonArray const texts{
            {{"language", "en"}, {"title", title}, {"text", "They open at once."}}};
        return desk.ask("POST", "/api/v1/notices/previews", {{"news", {{"texts", texts}}}});
    };
    auto const reply = see("Faster galleries");
    REQUIRE(reply.status == 200);
    auto const all = support::json_of(reply).at("previews").as_array();
    REQUIRE_FALSE(all.empty());
    CHECK(all[0].at("channel") == "mail");
    CHECK(std::string_view{all[0].at("text").as_string()}.contains("They open at once."));
    for (auto const& one : all)
        CHECK(one.at("channel") != "copy");
    CHECK(count(desk.world, "notify_notices") == 0);
    auto const refused = see(" ");
    CHECK(refused.status == 422);
    CHECK(support::json_of(refused).at_pointer("/errors/0/field") == "news.texts[0].title");
}

TEST_CASE("drafts: what would be refused is refused, at its place in the draft")
{
    Desk desk;
    auto wish = desk.outage();
    wish["title"] = "";
    auto const refused = desk.ask("POST", "/api/v1/notices/previews", {{"new_incident", wish}});
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "incident.needs_title");
    CHECK(support::json_of(refused).at("errors").at(0).at("field") == "new_incident.title");
}

TEST_CASE("drafts: who asks for a trial must be a person, and somebody must hear of it")
{
    Desk desk;
    auto const nobody =
        desk.ask("POST", "/api/v1/notices/test-send", {{"new_incident", desk.outage()}});
    CHECK(code_of(nobody) == "test.reaches_nobody");
    customer(desk.world, "Ada");
    auto const token =
        desk.ask("POST", "/api/v1/notices/test-send", {{"new_incident", desk.outage()}});
    CHECK(code_of(token) == "test.needs_a_person");
}

TEST_CASE("drafts: what rooms above show is seen in the names of those brands alone that are heard")
{
    support::World world;
    http::Table table;
    add_routes(table, {.above = [](Call& call, notify::About const& about) {
                   CHECK(!about.is_window());
                   notify::Preview heard{.channel = notify::Medium::calendar};
                   heard.brand = accounts::default_brand(call.tx).id;
                   notify::Preview unheard = heard;
                   unheard.brand = BrandId{5};
                   return std::vector{unheard, heard};
               }});
    auto const mail = service(world, "Mail");
    customer(world, "Ada");
    Json const draft{
        {"new_incident",
         {{"title", "Mail is down"},
          {"services", JsonArray{{{"service", mail.id.text()}, {"state", "major"}}}},
          {"text", "We are looking."},
          {"eta", {{"within", "2h"}}}}}};
    auto const reply = support::ask(
        world, table, Actor::system(),
        {.method = "POST", .path = "/api/v1/notices/previews", .body = write_json(draft)});
    REQUIRE(reply);
    auto const seen = support::json_of(*reply).at("previews").as_array();
    REQUIRE(seen.size() == 5);
    CHECK(seen[4].at("channel") == "calendar");
}

TEST_CASE("drafts: after ten trials in a row the next has to wait for half a minute")
{
    Desk desk;
    customer(desk.world, "Ada");
    JsonObject const draft{{"new_incident", desk.outage()}, {"channel", "calendar"}};
    for (int i = 0; i < 10; ++i)
        CHECK(
            code_of(desk.ask("POST", "/api/v1/notices/test-send", draft)) == "test.wrong_channel");
    auto const refused = desk.ask("POST", "/api/v1/notices/test-send", draft);
    CHECK(refused.status == 429);
    CHECK(code_of(refused) == "test.too_often");
    desk.world.pass(std::chrono::seconds{31});
    CHECK(code_of(desk.ask("POST", "/api/v1/notices/test-send", draft)) == "test.wrong_channel");
}
