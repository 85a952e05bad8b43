#include "pages/statuspage_api.hpp"

#include "pages/sample_site.hpp"
#include "support/naughty.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;
using status::ServiceState;
using statuspage::ComponentStatus;
using statuspage::Impact;
using statuspage::IncidentStatus;

TEST_CASE("statuspage: every state has its word, and unknown is never green")
{
    CHECK(bool{component_status(ServiceState::operational) == ComponentStatus::operational});
    CHECK(bool{component_status(ServiceState::degraded) == ComponentStatus::degraded_performance});
    CHECK(bool{component_status(ServiceState::partial) == ComponentStatus::partial_outage});
    CHECK(bool{component_status(ServiceState::major) == ComponentStatus::major_outage});
    CHECK(bool{component_status(ServiceState::maintenance) == ComponentStatus::under_maintenance});
    CHECK(bool{component_status(ServiceState::unknown) == ComponentStatus::degraded_performance});
}

TEST_CASE("statuspage: ids are our letters, and begin with one of the alphabet")
{
    auto const snapshot = snapshot_of(site());
    CHECK(snapshot.page.id == "aaaaaaaaaaaf");
    CHECK(snapshot.components[2].id == "aaaaaaaaaaad");
    CHECK(snapshot.components[2].group == "aaaaaaaaaaac");
    CHECK(snapshot.incidents[0].id == "aaaaaaaaaaah");
}

TEST_CASE("statuspage: a word names what it touched with its group, and nothing that is hidden")
{
    auto const first_word = snapshot_of(site()).incidents.at(0).updates.at(1);
    REQUIRE(first_word.affected.size() == 1);
    CHECK(first_word.affected[0].name == "Reports - Statistics");
    CHECK(bool{first_word.affected[0].old_status == ComponentStatus::operational});
    CHECK(bool{first_word.affected[0].new_status == ComponentStatus::major_outage});
}

TEST_CASE(
    "statuspage: the end of one trouble does not say that a component works that is still down")
{
    auto made = site();
    auto other = outage();
    other.id = IncidentId{8};
    other.state = status::IncidentState::resolved;
    other.resolved_at = noon - 10min;
    other.updates = {
        {.id = UpdateId{14},
         .state = status::IncidentState::resolved,
         .changes =
             {{.service = statistics,
               .from = ServiceState::partial,
               .to = ServiceState::operational}},
         .at = noon - 10min},
        {.id = UpdateId{13},
         .changes =
             {{.service = statistics,
               .from = ServiceState::operational,
               .to = ServiceState::partial}},
         .at = noon - 20min}};
    made.page.latest.push_back(other);
    auto const snapshot = snapshot_of(made);
    auto const& updates = std::ranges::find(snapshot.incidents, id_letters(8), [](auto const& one) {
                              return one.id;
                          })->updates;
    for (auto const& update : updates) {
        REQUIRE(update.affected.size() == 1);
        CHECK(bool{update.affected[0].old_status == ComponentStatus::major_outage});
        CHECK(bool{update.affected[0].new_status == ComponentStatus::major_outage});
    }
}

TEST_CASE("statuspage: an incident's impact is the worst that it ever brought")
{
    auto made = site();
    auto const impact = [&](ServiceState worst) {
        made.page.latest[0].worst = worst;
        return snapshot_of(made).incidents[0].impact;
    };
    CHECK(bool{impact(ServiceState::major) == Impact::critical});
    CHECK(bool{impact(ServiceState::partial) == Impact::major});
    CHECK(bool{impact(ServiceState::degraded) == Impact::minor});
    CHECK(bool{impact(ServiceState::operational) == Impact::none});
}

TEST_CASE("statuspage: an incident's states have their words")
{
    auto made = site();
    auto const status = [&](status::IncidentState state) {
        made.page.latest[0].state = state;
        return snapshot_of(made).incidents[0].status;
    };
    CHECK(bool{status(status::IncidentState::identified) == IncidentStatus::identified});
    CHECK(bool{status(status::IncidentState::monitoring) == IncidentStatus::monitoring});
    CHECK(bool{status(status::IncidentState::resolved) == IncidentStatus::resolved});
    CHECK(bool{status(status::IncidentState::review) == IncidentStatus::postmortem});
}

TEST_CASE("statuspage: a window is a maintenance, begun when it was planned")
{
    auto const maintenance = snapshot_of(site()).maintenances.at(0);
    CHECK(bool{maintenance.status == IncidentStatus::scheduled});
    CHECK(bool{maintenance.impact == Impact::maintenance});
    CHECK(maintenance.started_at == noon - 48h);
    REQUIRE(maintenance.schedule);
    CHECK(maintenance.schedule->starts_at == noon + 10h);
    CHECK(maintenance.updates.at(0).affected.empty());
}

TEST_CASE("statuspage: work takes its services into maintenance and gives them back")
{
    auto made = site();
    auto window = work(status::WindowState::finished);
    window.closed_at = noon;
    window.words = {
        {.id = UpdateId{73}, .state = status::WindowState::finished, .at = noon},
        {.id = UpdateId{72}, .state = status::WindowState::started, .at = noon - 1h},
        {.id = UpdateId{71}, .at = noon - 48h}};
    made.page.windows.clear();
    made.page.latest_windows = {window};
    auto const snapshot = snapshot_of(made);
    auto const& updates = snapshot.maintenances.at(0).updates;
    REQUIRE(updates.size() == 3);
    CHECK(updates[0].id == id_letters(73));
    CHECK(bool{updates[0].affected.at(0).new_status == ComponentStatus::operational});
    CHECK(bool{updates[1].affected.at(0).new_status == ComponentStatus::under_maintenance});
    CHECK(bool{snapshot.maintenances[0].status == IncidentStatus::completed});
    CHECK(snapshot.maintenances[0].resolved_at == noon);
    CHECK(snapshot.components[0].updated_at == noon);
}

TEST_CASE("statuspage: what is past names what was retired since, and no list has it")
{
    auto made = site();
    auto const gone = std::ranges::find(made.page.services, statistics, &ShownService::id);
    made.page.retired = {*gone};
    made.page.services.erase(gone);
    auto const snapshot = snapshot_of(made);
    CHECK(snapshot.components.size() == 2);
    auto const& past = snapshot.incidents.at(0);
    CHECK(past.updates.at(1).affected.at(0).name == "Reports - Statistics");
    for (auto const& output : print_statuspage_api(made)) {
        auto const document = parse_json(output.body).value();
        if (output.path == "/api/v2/components.json")
            CHECK(document.at("components").as_array().size() == 2);
        if (output.path != "/api/v2/incidents.json")
            continue;
        auto const& named = document.at("incidents").as_array().at(0).at("components").as_array();
        REQUIRE(named.size() == 1);
        CHECK(named[0].at("name").as_string() == "Statistics");
        CHECK(named[0].at("group_id").is_null());
        CHECK(named[0].at("status").as_string() == "operational");
    }
}

TEST_CASE("statuspage: the page is dated by its last change, never by now")
{
    auto later = site();
    later.page.as_of += 10min;
    CHECK(print_statuspage_api(later) == print_statuspage_api(site()));
    CHECK(snapshot_of(site()).page.updated_at == noon - 30min);
}

TEST_CASE("statuspage: eight documents, which any page may read")
{
    auto const outputs = print_statuspage_api(site());
    CHECK(outputs.size() == 8);
    CHECK(outputs[0].path == "/api/v2/summary.json");
    for (auto const& output : outputs) {
        CHECK(output.headers.at(0).first == "access-control-allow-origin");
        CHECK(output.type == "application/json; charset=utf-8");
        CHECK(parse_json(output.body).has_value());
    }
}

TEST_CASE("statuspage: every naughty text is read back as it was")
{
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto const summary = parse_json(print_statuspage_api(saying(text))[0].body);
        REQUIRE(summary.has_value());
        CHECK(summary->at("page").at("name").as_string() == text);
        CHECK(summary->at("incidents").as_array().at(0).at("name").as_string() == text);
    }
}
