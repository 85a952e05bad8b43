#include "status/desk.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("routes: each says what it does and gives, and demands its right")
{
    http::Table table;
    add_routes(table);
    CHECK_FALSE(table.routes().empty());
    for (auto const& route : table.routes()) {
        CAPTURE(route->path);
        CHECK_FALSE(route->summary.empty());
        CHECK(bool{route->reply_schema != nullptr || !route->reply_type.empty()});
        if (route->method == "GET" || route->method == "DELETE")
            CHECK_FALSE(bool{route->request_schema != nullptr});
        if (route->method == "PUT")
            CHECK(bool{route->request_schema != nullptr});
    }
    auto const right = [&](auto method, auto path) {
        return table.find(method, path)->route->right;
    };
    CHECK(right("POST", "/api/v1/services") == Right::write_services);
    CHECK(right("GET", "/api/v1/services") == Right::read_status);
    CHECK(right("POST", "/api/v1/incidents") == Right::publish_status);
    CHECK(right("GET", "/api/v1/incidents/x") == Right::read_status);
    CHECK(right("POST", "/api/v1/incidents/x/updates") == Right::publish_status);
    CHECK(right("POST", "/api/v1/incidents/x/resolve") == Right::publish_status);
    CHECK(right("GET", "/api/v1/incidents/x/proof") == Right::read_proof);
}

TEST_CASE("routes: a service is added and read at its address")
{
    Desk desk;
    auto const added = desk.ask("POST", "/api/v1/services", {{"name", "Uploads"}});
    REQUIRE(added.status == 201);
    auto const read = desk.ask("GET", header_of(added, "location"));
    CHECK(read.status == 200);
    CHECK(read.body == added.body);
    auto const list = support::json_of(desk.ask("GET", "/api/v1/services"));
    CHECK(list.at("items").as_array().size() == 2);
    CHECK(list.at("next").is_null());
}

TEST_CASE("routes: an incident is published, goes on and is resolved")
{
    Desk desk;
    auto const published = desk.ask("POST", "/api/v1/incidents", desk.outage());
    REQUIRE(published.status == 201);
    auto const path = header_of(published, "location");
    CHECK(header_of(published, "etag") == "\"1\"");
    CHECK(desk.ask("GET", path).body == published.body);
    CHECK(support::json_of(published).at("when").at("eta_words") == "2h");

    auto const word = desk.ask(
        "POST", path + "/updates",
        {{"state", "identified"}, {"text", "A disk is full."}, {"eta", {{"within", "1h"}}}});
    CHECK(word.status == 201);
    CHECK(support::json_of(word).at("updates").as_array().size() == 2);

    auto const over = desk.ask("POST", path + "/resolve", {{"text", "The disk was replaced."}});
    CHECK(over.status == 200);
    CHECK(support::json_of(over).at("state") == "resolved");
    auto const service = support::json_of(desk.ask("GET", "/api/v1/services/" + desk.galleries));
    CHECK(service.at("state") == "operational");
}

TEST_CASE("routes: an update with neither estimate nor next word is 422 (R-16)")
{
    Desk desk;
    auto wish = desk.outage();
    wish.erase("eta");
    auto const mute = desk.ask("POST", "/api/v1/incidents", wish);
    CHECK(mute.status == 422);
    CHECK(code_of(mute) == "update.needs_when");
    auto const path = desk.publish();
    auto const word =
        desk.ask("POST", path + "/updates", {{"state", "identified"}, {"text", "A disk is full."}});
    CHECK(word.status == 422);
    CHECK(code_of(word) == "update.needs_when");
}

TEST_CASE("routes: an end without what happened is 422 (R-18)")
{
    Desk desk;
    auto const refused = desk.ask("POST", desk.publish() + "/resolve");
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "incident.needs_closing_text");
}

TEST_CASE("routes: a word is only said at the version that If-Match names")
{
    Desk desk;
    auto const path = desk.publish();
    Json const word{{"state", "identified"}, {"text", "A disk."}, {"eta", {{"within", "1h"}}}};
    CHECK(desk.ask("POST", path + "/updates", word, {{"if-match", "\"1\""}}).status == 201);
    CHECK(desk.ask("POST", path + "/updates", word, {{"if-match", "\"1\""}}).status == 412);
    CHECK(
        desk.ask("POST", path + "/resolve", {{"text", "Over."}}, {{"if-match", "\"1\""}}).status ==
        412);
    CHECK(desk.ask("POST", path + "/updates", word, {{"if-match", "rubbish"}}).status == 400);
}

TEST_CASE("routes: the proof lists who is told of an incident (R-11)")
{
    Desk desk;
    samples::customer(desk.world, "Ada");
    auto const path = desk.publish() + "/proof";
    auto const proof = support::json_of(desk.ask("GET", path));
    CHECK(proof.at("exposed") == 1);
    CHECK(proof.at("told") == 0);
    CHECK(proof.at("on_the_way") == 1);
    auto const lines = support::json_of(desk.ask("GET", path + "/deliveries"));
    CHECK(lines.at_pointer("/items/0/name") == "Ada");
    CHECK(lines.at_pointer("/items/0/account_name") == "Ada & Co");
    CHECK(lines.at_pointer("/items/0/account").is_string());
    CHECK(lines.at_pointer("/items/0/side") == "on_the_way");
    CHECK(lines.at("next").is_null());
    CHECK(desk.ask("GET", "/api/v1/incidents/inc_aaaaaaaaaaab/proof/deliveries").status == 404);
}

TEST_CASE("routes: the proof is a table for spreadsheets, too")
{
    Desk desk;
    samples::customer(desk.world, "Ada");
    auto const path = desk.publish();
    auto const reply = desk.ask("GET", path + "/proof.csv");
    CHECK(reply.status == 200);
    CHECK(reply.type == "text/csv; charset=utf-8");
    CHECK(header_of(reply, "content-disposition").starts_with("attachment; filename=\"proof-inc_"));
    auto const table = support::whole_body(desk.world, reply);
    CHECK(std::ranges::count(table, '\n') == 2);
    CHECK(table.contains("Ada & Co"));
    CHECK(desk.ask("GET", "/api/v1/incidents/inc_aaaaaaaaaaab/proof.csv").status == 404);
}

TEST_CASE("routes: an incident shows how far its notices are")
{
    Desk desk;
    samples::customer(desk.world, "Ada");
    auto const notices = support::json_of(desk.ask("GET", desk.publish() + "/notices"));
    REQUIRE(notices.at("items").as_array().size() == 1);
    auto const& notice = notices.at("items").at(0);
    CHECK(notice.at("state") == "waiting");
    CHECK(notice.at("total") == 1);
    CHECK(notice.at("counts").at("queued") == 1);
    CHECK(desk.ask("GET", "/api/v1/incidents/inc_aaaaaaaaaaab/notices").status == 404);
}

TEST_CASE("routes: incidents are listed as they are, open or over")
{
    Desk desk;
    auto const open = desk.publish();
    auto const over = desk.publish();
    REQUIRE(desk.ask("POST", over + "/resolve", {{"text", "Over."}}).status == 200);
    auto const listed = [&](std::string const& query) {
        auto const page = support::json_of(desk.ask("GET", "/api/v1/incidents?open=" + query));
        REQUIRE(page.at("items").as_array().size() == 1);
        return "/api/v1/incidents/" + std::string{page.at("items").at(0).at("id").as_string()};
    };
    CHECK(listed("true") == open);
    CHECK(listed("false") == over);
    CHECK(desk.ask("GET", "/api/v1/incidents?open=perhaps").status == 422);
}

TEST_CASE("routes: what is not there is 404, whether its id could be one or not")
{
    Desk desk;
    for (std::string const path :
         {"/api/v1/services/svc_aaaaaaaaaaab", "/api/v1/services/x",
          "/api/v1/incidents/inc_aaaaaaaaaaab", "/api/v1/incidents/x",
          "/api/v1/incidents/inc_aaaaaaaaaaab/proof"})
        CHECK_MESSAGE(desk.ask("GET", path).status == 404, path);
    CHECK(
        desk.ask("POST", "/api/v1/incidents/inc_aaaaaaaaaaab/resolve", {{"text", "x"}}).status ==
        404);
}

TEST_CASE("routes: a body that is wrong is refused with its fields")
{
    Desk desk;
    auto wish = desk.outage();
    wish["services"] = JsonArray{{{"service", desk.galleries}, {"state", "purple"}}};
    auto const refused = desk.ask("POST", "/api/v1/incidents", wish);
    CHECK(refused.status == 422);
    CHECK(support::json_of(refused).at("errors").at(0).at("field") == "services[0].state");
}

TEST_CASE("routes: incidents are listed newest first until nothing is left")
{
    Desk desk;
    std::vector<std::string> made;
    for (int i = 0; i < 4; ++i) {
        desk.world.pass(1min);
        made.insert(
            made.begin(), desk.publish().substr(std::string_view{"/api/v1/incidents/"}.size()));
    }
    std::vector<std::string> listed;
    std::string after;
    for (int page = 0; page < 2; ++page) {
        auto const reply =
            support::json_of(desk.ask("GET", "/api/v1/incidents?limit=2&after=" + after));
        for (auto const& item : reply.at("items").as_array())
            listed.emplace_back(item.at("id").as_string());
        REQUIRE(reply.at("next").is_null() == (page == 1));
        if (page == 0)
            after = reply.at("next").as_string();
    }
    CHECK(listed == made);
    CHECK(desk.ask("GET", "/api/v1/incidents?after=svc_aaaaaaaaaaab").status == 422);
    CHECK(desk.ask("GET", "/api/v1/incidents?limit=0").status == 422);
}

TEST_CASE("routes: an incident is reviewed, merged and handed over")
{
    Desk desk;
    auto const first = desk.publish();
    auto const second = desk.publish();
    auto const id_of = [](std::string const& path) { return path.substr(path.rfind('/') + 1); };
    auto const merged = desk.ask(
        "POST", second + "/merge", Json{{"into", id_of(first)}, {"text", "One disk did both."}});
    CHECK(merged.status == 200);
    CHECK(support::json_of(merged).at("id").as_string() == id_of(first));
    CHECK(support::json_of(desk.ask("GET", second)).at("merged_into").as_string() == id_of(first));
    CHECK(desk.ask("POST", first + "/owner", Json{{"owner", nullptr}}).status == 200);
    CHECK(desk.ask("POST", first + "/review", Json{{"text", "So."}}).status == 409);
    CHECK(desk.ask("POST", first + "/resolve", Json{{"text", "Over."}}).status == 200);
    auto const reviewed = desk.ask("POST", first + "/review", Json{{"text", "So it came."}});
    CHECK(support::json_of(reviewed).at("state") == "review");
}

TEST_CASE("routes: a page alone tells nobody (R-12)")
{
    Desk desk;
    customer(desk.world, "Ada");
    customer(desk.world, "Bob");
    auto wish = desk.outage();
    wish["notify"] = false;
    auto const path = header_of(desk.ask("POST", "/api/v1/incidents", wish), "location");
    auto const told = support::json_of(desk.ask("GET", path + "/told"));
    CHECK(told.at("of") == 2);
    CHECK(told.at("told") == 0);
    CHECK(desk.ask("GET", "/api/v1/incidents/inc_aaaaaaaaaaaa/told").status == 404);
}
