#include "wire/statuspage/documents.hpp"

#include "support/naughty.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::statuspage;
using namespace std::chrono_literals;

namespace {

constexpr Instant then = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 15h + 30min;

Incident outage()
{
    return {
        .id = "aaaaincident",
        .name = "Numbers are missing",
        .status = IncidentStatus::investigating,
        .created_at = then,
        .updated_at = then + 1h,
        .impact = Impact::critical,
        .shortlink = "https://status.example.test/incidents/aaaaincident",
        .started_at = then - 10min,
        .updates =
            {{.id = "aaaaupdate22", .body = "Still looking.", .at = then + 1h},
             {.id = "aaaaupdate2a",
              .body = "We are looking.",
              .at = then,
              .affected =
                  {{.id = "aaaastatistc",
                    .name = "Reports - Statistics",
                    .new_status = ComponentStatus::major_outage}}}},
        .components = {"aaaastatistc"}};
}

Incident work(IncidentStatus status = IncidentStatus::scheduled)
{
    return {
        .id = "aaaaawindow2",
        .name = "New disks",
        .status = status,
        .created_at = then,
        .updated_at = then,
        .impact = Impact::maintenance,
        .shortlink = "https://status.example.test/windows/aaaaawindow2",
        .started_at = then,
        .components = {"aaaaauploads"},
        .schedule = Schedule{.starts_at = then + 24h, .ends_at = then + 25h}};
}

Snapshot sample()
{
    return {
        .page =
            {.id = "aaaaaaabrand",
             .name = "Pixel & Co",
             .url = "https://status.example.test",
             .updated_at = then + 1h},
        .components =
            {{.id = "aaaaauploads", .name = "Uploads", .created_at = then, .updated_at = then},
             {.id = "aaaareportss",
              .name = "Reports",
              .status = ComponentStatus::major_outage,
              .created_at = then,
              .updated_at = then,
              .position = 1,
              .is_group = true},
             {.id = "aaaastatistc",
              .name = "Statistics",
              .status = ComponentStatus::major_outage,
              .created_at = then - 24h,
              .updated_at = then + 1500us,
              .position = 2,
              .description = "Visits and views",
              .group = "aaaareportss"}},
        .incidents = {outage()},
        .maintenances = {work()}};
}

JsonObject at(Snapshot const& snapshot, std::string_view path)
{
    for (auto const& document : documents(snapshot))
        if (document.path == path)
            return parse_json(document.body)->as_object();
    return {};
}

std::vector<std::string> ids(Snapshot const& snapshot, std::string_view path)
{
    std::vector<std::string> found;
    auto const body = at(snapshot, path);
    auto const* const list = body.contains("incidents")
                                 ? body.if_contains("incidents")
                                 : body.if_contains("scheduled_maintenances");
    REQUIRE(list != nullptr);
    for (auto const& incident : list->as_array())
        found.emplace_back(incident.at("id").as_string());
    return found;
}

// The keys of an object, in their order, as one text.
std::string keys(Json const& object)
{
    std::string names;
    for (auto const& [name, value] : object.as_object())
        names += (names.empty() ? "" : " ") + std::string{name};
    return names;
}

constexpr std::string_view statistics =
    R"({"id":"aaaastatistc","name":"Statistics","status":"major_outage",)"
    R"("created_at":"2026-11-20T15:30:00.000Z","updated_at":"2026-11-21T15:30:00.001Z",)"
    R"("position":2,"description":"Visits and views","showcase":true,"start_date":"2026-11-20",)"
    R"("group_id":"aaaareportss","page_id":"aaaaaaabrand","group":false,)"
    R"("only_show_if_degraded":false})";

}  // namespace

TEST_CASE("documents: there are eight, each at its path, each with its keys in order")
{
    auto const all = documents(sample());
    std::string shape;
    for (auto const& document : all)
        shape += std::string{document.path} + ": " + keys(*parse_json(document.body)) + "\n";
    CHECK(
        shape == "/api/v2/summary.json: page components incidents scheduled_maintenances status\n"
                 "/api/v2/status.json: page status\n"
                 "/api/v2/components.json: page components\n"
                 "/api/v2/incidents.json: page incidents\n"
                 "/api/v2/incidents/unresolved.json: page incidents\n"
                 "/api/v2/scheduled-maintenances.json: page scheduled_maintenances\n"
                 "/api/v2/scheduled-maintenances/upcoming.json: page scheduled_maintenances\n"
                 "/api/v2/scheduled-maintenances/active.json: page scheduled_maintenances\n");
}

TEST_CASE("documents: page and status are written as Statuspage writes them")
{
    CHECK(
        write_json(at(sample(), "/api/v2/status.json")) ==
        R"({"page":{"id":"aaaaaaabrand","name":"Pixel & Co","url":"https://status.example.test",)"
        R"("time_zone":"Etc/UTC","updated_at":"2026-11-21T16:30:00.000Z"},)"
        R"("status":{"indicator":"major","description":"Partial System Outage"}})");
}

TEST_CASE("documents: groups and members stand in one list, and only a group names its members")
{
    auto const body = at(sample(), "/api/v2/components.json");
    auto const& list = body.at("components").as_array();
    REQUIRE(list.size() == 3);
    CHECK(
        write_json(list[1]) ==
        R"({"id":"aaaareportss","name":"Reports","status":"major_outage",)"
        R"("created_at":"2026-11-21T15:30:00.000Z","updated_at":"2026-11-21T15:30:00.000Z",)"
        R"("position":1,"description":null,"showcase":false,"start_date":"2026-11-21",)"
        R"("group_id":null,"page_id":"aaaaaaabrand","group":true,"only_show_if_degraded":false,)"
        R"("components":["aaaastatistc"]})");
    CHECK(write_json(list[2]) == statistics);
}

TEST_CASE("documents: an incident holds its updates, what they touched, and whole components")
{
    auto const body = at(sample(), "/api/v2/incidents.json");
    CHECK(
        write_json(body.at("incidents").as_array().at(0)) ==
        std::string{
            R"({"id":"aaaaincident","name":"Numbers are missing","status":"investigating",)"
            R"("created_at":"2026-11-21T15:30:00.000Z","updated_at":"2026-11-21T16:30:00.000Z",)"
            R"("monitoring_at":null,"resolved_at":null,"impact":"critical",)"
            R"("shortlink":"https://status.example.test/incidents/aaaaincident",)"
            R"("started_at":"2026-11-21T15:20:00.000Z","page_id":"aaaaaaabrand",)"
            R"("incident_updates":[{"id":"aaaaupdate22","status":"investigating",)"
            R"("body":"Still looking.","incident_id":"aaaaincident",)"
            R"("created_at":"2026-11-21T16:30:00.000Z","updated_at":"2026-11-21T16:30:00.000Z",)"
            R"("display_at":"2026-11-21T16:30:00.000Z","affected_components":null,)"
            R"("deliver_notifications":true,"custom_tweet":null,"tweet_id":null},)"
            R"({"id":"aaaaupdate2a","status":"investigating","body":"We are looking.",)"
            R"("incident_id":"aaaaincident","created_at":"2026-11-21T15:30:00.000Z",)"
            R"("updated_at":"2026-11-21T15:30:00.000Z","display_at":"2026-11-21T15:30:00.000Z",)"
            R"("affected_components":[{"code":"aaaastatistc","name":"Reports - Statistics",)"
            R"("old_status":"operational","new_status":"major_outage"}],)"
            R"("deliver_notifications":true,"custom_tweet":null,"tweet_id":null}],)"
            R"("components":[)"} +
            std::string{statistics} + "]}");
}

TEST_CASE("documents: a maintenance ends with its times")
{
    auto const body = at(sample(), "/api/v2/scheduled-maintenances.json");
    auto const& maintenance = body.at("scheduled_maintenances").as_array().at(0);
    CHECK(
        keys(maintenance) ==
        "id name status created_at updated_at monitoring_at resolved_at impact shortlink "
        "started_at page_id incident_updates components scheduled_for scheduled_until");
    CHECK(maintenance.at("impact") == "maintenance");
    CHECK(maintenance.at("scheduled_for") == "2026-11-22T15:30:00.000Z");
    CHECK(maintenance.at("scheduled_until") == "2026-11-22T16:30:00.000Z");
}

TEST_CASE("documents: each list holds the states that it is for")
{
    auto snapshot = sample();
    snapshot.incidents.clear();
    for (auto const& [id, status] : std::map<std::string, IncidentStatus>{
             {"a", IncidentStatus::investigating},
             {"b", IncidentStatus::identified},
             {"c", IncidentStatus::monitoring},
             {"d", IncidentStatus::resolved},
             {"e", IncidentStatus::postmortem}}) {
        snapshot.incidents.push_back(outage());
        snapshot.incidents.back().id = id;
        snapshot.incidents.back().status = status;
    }
    snapshot.maintenances.clear();
    for (auto const& [id, status] : std::map<std::string, IncidentStatus>{
             {"f", IncidentStatus::scheduled},
             {"g", IncidentStatus::in_progress},
             {"h", IncidentStatus::verifying},
             {"i", IncidentStatus::completed}}) {
        snapshot.maintenances.push_back(work(status));
        snapshot.maintenances.back().id = id;
    }
    using Ids = std::vector<std::string>;
    CHECK(ids(snapshot, "/api/v2/incidents.json") == Ids{"a", "b", "c", "d", "e"});
    CHECK(ids(snapshot, "/api/v2/incidents/unresolved.json") == Ids{"a", "b", "c"});
    CHECK(ids(snapshot, "/api/v2/summary.json") == Ids{"a", "b", "c"});
    CHECK(ids(snapshot, "/api/v2/scheduled-maintenances.json") == Ids{"f", "g", "h", "i"});
    CHECK(ids(snapshot, "/api/v2/scheduled-maintenances/upcoming.json") == Ids{"f"});
    CHECK(ids(snapshot, "/api/v2/scheduled-maintenances/active.json") == Ids{"g", "h"});
    auto const summary = at(snapshot, "/api/v2/summary.json");
    CHECK(summary.at("scheduled_maintenances").as_array().size() == 3);
}

TEST_CASE("documents: the long lists end after fifty, the list of what is open does not")
{
    auto snapshot = sample();
    snapshot.incidents.assign(51, outage());
    snapshot.maintenances.assign(51, work());
    CHECK(ids(snapshot, "/api/v2/incidents.json").size() == 50);
    CHECK(ids(snapshot, "/api/v2/scheduled-maintenances.json").size() == 50);
    CHECK(ids(snapshot, "/api/v2/incidents/unresolved.json").size() == 51);
    CHECK(ids(snapshot, "/api/v2/scheduled-maintenances/upcoming.json").size() == 51);
}

TEST_CASE("documents: every naughty text is read back as it was")
{
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto snapshot = sample();
        snapshot.page.name = snapshot.incidents[0].name = text;
        snapshot.incidents[0].updates[0].body = text;
        auto const written = write_json(at(snapshot, "/api/v2/summary.json"));
        auto const read = parse_json(written);
        REQUIRE(read.has_value());
        CHECK(read->at("page").at("name").as_string() == text);
        auto const& incident = read->at("incidents").as_array().at(0);
        CHECK(incident.at("name").as_string() == text);
        CHECK(incident.at("incident_updates").as_array().at(0).at("body").as_string() == text);
    }
}

TEST_CASE("webhook: a component's change names the page, the component and both states")
{
    Meta const meta{
        .unsubscribe = "https://status.example.test/u/1",
        .documentation = "https://status.example.test/help",
        .generated_at = then};
    auto const body = component_webhook(
        meta, sample(),
        {.id = "aaaaachange2",
         .component = "aaaastatistc",
         .old_status = ComponentStatus::operational,
         .new_status = ComponentStatus::major_outage,
         .at = then});
    CHECK(
        write_json(body) ==
        std::string{R"({"meta":{"unsubscribe":"https://status.example.test/u/1",)"
                    R"("documentation":"https://status.example.test/help",)"
                    R"("generated_at":"2026-11-21T15:30:00.000Z"},)"
                    R"("page":{"id":"aaaaaaabrand","status_indicator":"major",)"
                    R"("status_description":"Partial System Outage"},"component":)"} +
            std::string{statistics} +
            R"(,"component_update":{"old_status":"operational","new_status":"major_outage",)"
            R"("created_at":"2026-11-21T15:30:00.000Z","component_type":"Component",)"
            R"("id":"aaaaachange2","component_id":"aaaastatistc"}})");
}

TEST_CASE("webhook: an incident's word carries the incident as the documents do")
{
    auto const snapshot = sample();
    auto const body = incident_webhook({.generated_at = then}, snapshot, snapshot.incidents[0]);
    CHECK(keys(body) == "meta page incident");
    CHECK(
        body.at("incident") ==
        at(snapshot, "/api/v2/incidents.json").at("incidents").as_array().at(0));
}
