#include "promises/ledger_fixture.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;
using support::ask;
using support::json_of;

namespace {

struct Desk : LedgerWorld {
    http::Table table;
    Desk() { add_routes(table); }

    Result<http::Reply>
    say(std::string_view method, std::string const& path, std::string body = {},
        team::Role role = team::Role::agent)
    {
        Actor const actor{.kind = Actor::Kind::person, .id = 1, .rights = team::rights_of(role)};
        return ask(*this, table, actor, {.method = method, .path = path, .body = std::move(body)});
    }
};

}  // namespace

TEST_CASE("POST /api/v1/promises: answers 201; neither date nor reason is 422")
{
    Desk desk;
    auto const made = desk.say(
        "POST", "/api/v1/promises", R"({"text":"A reply","due_at":"2026-03-04T12:00:00Z"})");
    REQUIRE(made);
    CHECK(made->status == 201);
    CHECK(json_of(*made).at("state") == "open");

    auto const vague = desk.say("POST", "/api/v1/promises", R"({"text":"Soon"})");
    REQUIRE(vague.has_error());
    CHECK(vague.error().code == "promise.needs_date");
    CHECK(http::status_of(vague.error().kind) == 422);
    auto const foreign = desk.say(
        "POST", "/api/v1/promises",
        fmt::format(R"({{"text":"x","no_date":"legal","owner":"{}"}})", PersonId{99}.text()));
    REQUIRE(foreign.has_error());
    CHECK(foreign.error().field == "owner");
}

TEST_CASE("/api/v1/promises/{id}: move, keep and withdraw answer the promise, GET all of its story")
{
    Desk desk;
    auto const promise = desk.given_in(1h);
    auto const path = "/api/v1/promises/" + promise.id.text();
    auto const moved =
        desk.say("POST", path + "/move", R"({"due_at":"2026-03-05T12:00:00Z","reason":"rain"})");
    REQUIRE(moved);
    CHECK(json_of(*moved).at("due_at") == "2026-03-05T12:00:00Z");
    auto const kept = desk.say("POST", path + "/keep");
    REQUIRE(kept);
    CHECK(json_of(*kept).at("state") == "kept");
    auto const withdrawn = desk.say("POST", path + "/withdraw", R"({"reason":"late"})");
    REQUIRE(withdrawn.has_error());
    CHECK(withdrawn.error().code == "promise.settled");
    auto const story = desk.say("GET", path);
    REQUIRE(story);
    CHECK(json_of(*story).at("history").as_array().size() == 3);
    CHECK(json_of(*story).at("history").at(1).at("reason") == "rain");
}

TEST_CASE("/api/v1/promises: what incidents and clocks promised is neither made nor ended by hand")
{
    Desk desk;
    for (auto const* const source : {"next_word", "eta", "first_reply", "notice"}) {
        CAPTURE(source);
        auto const made = desk.say(
            "POST", "/api/v1/promises",
            fmt::format(
                R"({{"text":"x","to":"public","due_at":"2026-03-04T09:00:00Z","source":"{}"}})",
                source));
        REQUIRE(made.has_error());
        CHECK(made.error().code == "promise.not_by_hand");
    }
    auto const word = desk.write([](Call& call) {
        return make(
            call, {.text = "The next word",
                   .to = "public",
                   .due_at = call.now + 1h,
                   .source = Source::next_word});
    });
    auto const path = "/api/v1/promises/" + word->id.text();
    for (auto const* const end : {"/keep", "/move", "/withdraw"}) {
        CAPTURE(end);
        auto const body = std::string_view{end} == "/move" ? R"({"due_at":"2026-03-05T12:00:00Z"})"
                          : std::string_view{end} == "/keep" ? ""
                                                             : R"({"reason":"x"})";
        auto const ended = desk.say("POST", path + end, body);
        REQUIRE(ended.has_error());
        CHECK(ended.error().code == "promise.not_by_hand");
    }
    auto const ledger = desk.say("GET", "/api/v1/promises");
    REQUIRE(json_of(*ledger).at("items").as_array().size() == 1);
    CHECK(json_of(*ledger).at("items").at(0).at("state") == "open");
}

TEST_CASE("GET /api/v1/promises: a page by state, with the cursor of the next")
{
    Desk desk;
    desk.given_in(2h);
    auto const soon = desk.given_in(1h);
    REQUIRE(desk.keep(desk.given_in(3h).id));
    auto const page = desk.say("GET", "/api/v1/promises?state=open&limit=1");
    REQUIRE(page);
    CHECK(json_of(*page).at("items").at(0).at("id") == to_json(soon.id));
    CHECK(json_of(*page).at("next") == to_json(soon.id));
    auto const rest = desk.say("GET", "/api/v1/promises?state=open&after=" + soon.id.text());
    REQUIRE(rest);
    CHECK(json_of(*rest).at("items").as_array().size() == 1);
    CHECK(json_of(*rest).at("next").is_null());
    CHECK_FALSE(desk.say("GET", "/api/v1/promises?state=perhaps"));
    CHECK_FALSE(desk.say("GET", "/api/v1/promises?after=rubbish"));
}

TEST_CASE("GET /api/v1/promises: filters, and the names of whom it is about")
{
    Desk desk;
    auto const ada = desk.add_ada();
    auto const promise =
        desk.given({.text = "x", .to = ada.id.text(), .due_at = desk.now() + 1h, .about = "inc_1"});
    REQUIRE(desk.keep(desk.given_in(1h).id));
    auto const items = [&](std::string const& query) {
        auto const page = desk.say("GET", "/api/v1/promises?" + query);
        REQUIRE(page);
        return json_of(*page).at("items").as_array();
    };
    for (auto const& query :
         {"account=" + ada.id.text(), "to=" + ada.id.text(), std::string{"about=inc_1"},
          std::string{"settled=false"}}) {
        CAPTURE(query);
        REQUIRE(items(query).size() == 1);
        CHECK(items(query).at(0).at("id") == to_json(promise.id));
        CHECK(items(query).at(0).at("to_name") == "Ada & Co");
    }
    CHECK_FALSE(desk.say("GET", "/api/v1/promises?settled=perhaps"));
    CHECK_FALSE(desk.say("GET", "/api/v1/promises?account=Ada"));
}

TEST_CASE("GET /api/v1/promises/counts: how the ledger stands")
{
    Desk desk;
    desk.given_in(1h);
    auto const counts = desk.say("GET", "/api/v1/promises/counts");
    REQUIRE(counts);
    CHECK(json_of(*counts).at("open") == 1);
    CHECK(json_of(*counts).at("due_today") == 1);
    CHECK(json_of(*counts).at("withdrawn") == 0);
}

TEST_CASE("GET /api/v1/promises/{id}: each line of the story names who did it")
{
    Desk desk;
    auto const grace = desk.somebody("grace");
    auto const promise = desk.given_in(1h);
    Actor const actor{.kind = Actor::Kind::person, .id = grace.id.value()};
    REQUIRE(desk.write(actor, [&](Call& call) { return keep(call, promise.id); }));
    auto const story = desk.say("GET", "/api/v1/promises/" + promise.id.text());
    REQUIRE(story);
    auto const lines = json_of(*story).at("history").as_array();
    REQUIRE(lines.size() == 2);
    CHECK(lines.at(0).at("actor") == "system");
    CHECK(lines.at(0).at("actor_name") == "");
    CHECK(lines.at(1).at("actor_name") == "grace");
}

TEST_CASE("routes of promises: who may only read cannot promise anything")
{
    Desk desk;
    auto const path = "/api/v1/promises/" + desk.given_in(1h).id.text();
    for (auto const& where :
         {std::string{"/api/v1/promises"}, path + "/keep", path + "/move", path + "/withdraw"}) {
        auto const refused = desk.say("POST", where, "{}", team::Role::auditor);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "http.right_missing");
    }
    CHECK(desk.say("GET", path, "", team::Role::auditor));
}

TEST_CASE("/api/v1/promises/{id}: what was meant for an older version is 412 and changes nothing")
{
    Desk desk;
    auto const promise = desk.given_in(1h);
    REQUIRE(desk.move(promise.id, desk.now() + 2h));
    Actor const agent{
        .kind = Actor::Kind::person, .id = 1, .rights = team::rights_of(team::Role::agent)};
    for (std::string const verb : {"/keep", "/withdraw"}) {
        auto const path = "/api/v1/promises/" + promise.id.text() + verb;
        auto const late =
            ask(desk, desk.table, agent,
                {.method = "POST", .path = path, .headers = {{"if-match", "\"1\""}}});
        REQUIRE(late.has_error());
        CHECK(late.error().kind == Refusal::stale);
    }
    CHECK(desk.states(promise.id) == "open open");
}
