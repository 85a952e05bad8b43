#include "pages/status_page.hpp"

#include "pages/headline.hpp"
#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

status::Incident resolved(std::int64_t id, Instant at)
{
    auto incident = sample::outage();
    incident.id = IncidentId{id};
    incident.resolved_at = at;
    return incident;
}

void hold_at_worst(status::Incident& incident, ServiceId service, status::ServiceState state)
{
    incident.worsts[service] = {.touched = {.service = service, .state = state}, .lasted = 28min};
}

}  // namespace

TEST_CASE("status page: what is over says the worst that each service was in, and how long")
{
    using status::ServiceState;
    auto found = sample::found();
    found.latest = {resolved(1, sample::noon)};
    for (auto* const incident : {&found.open[0], &found.latest[0]}) {
        incident->services[0] = {
            .service = ServiceId{2}, .state = ServiceState::degraded, .symptom = "slow"};
        hold_at_worst(*incident, ServiceId{2}, ServiceState::major);
    }
    auto const page = sample::page_of(found);
    auto const& over = page.past.at(0).services.at(0);
    CHECK(bool{over.state == ServiceState::major});
    CHECK(over.symptom.empty());
    CHECK(over.held_s == 28 * 60);
    auto const& open = page.incidents.at(0).services.at(0);
    CHECK(bool{open.state == ServiceState::degraded});
    CHECK_FALSE(open.held_s);
}

TEST_CASE("status page: a cancelled window is past when it would have been over, and not before")
{
    auto found = sample::found();
    found.windows = {sample::work(status::WindowState::cancelled)};
    found.windows[0].closed_at = sample::noon - 1h;
    CHECK(sample::page_of(found).windows.size() == 1);
    CHECK(sample::page_of(found).past_windows.empty());
    found.now = found.windows[0].ends_at;
    CHECK(sample::page_of(found).windows.empty());
    CHECK(sample::page_of(found).past_windows.size() == 1);
}

TEST_CASE("status page: an incident shows only the services that the reader may see")
{
    auto found = sample::found();
    found.open[0].services.push_back({.service = ServiceId{99}});
    auto const page = sample::page_of(found);
    REQUIRE(page.incidents.size() == 1);
    REQUIRE(page.incidents[0].services.size() == 1);
    CHECK(page.incidents[0].services[0].name == "Statistics");
}

TEST_CASE("status page: an incident on nothing that the reader may see is left out")
{
    auto found = sample::found();
    found.open[0].services = {{.service = ServiceId{99}}};
    found.latest = {resolved(1, sample::noon)};
    found.latest[0].services = found.open[0].services;
    auto const page = sample::page_of(found);
    CHECK(page.incidents.empty());
    CHECK(page.past.empty());
}

TEST_CASE("status page: what is past names a service that was retired since, if the reader saw it")
{
    auto found = sample::found();
    found.retired = {sample::service(8, "Slides"), sample::service(9, "Heron")};
    found.retired[1].is_public = false;
    found.open.clear();
    found.latest = {resolved(1, sample::noon), resolved(2, sample::noon)};
    found.latest[0].services = {{.service = ServiceId{8}}, {.service = ServiceId{9}}};
    found.latest[1].services = {{.service = ServiceId{9}}};
    auto const page = sample::page_of(found);
    REQUIRE(page.past.size() == 1);
    REQUIRE(page.past[0].services.size() == 1);
    CHECK(page.past[0].services[0].name == "Slides");
    CHECK(page.latest.size() == 1);
    CHECK(page.services.size() == 3);
    REQUIRE(page.retired.size() == 1);
    CHECK(page.retired[0].name == "Slides");
    auto const mine = status_page_of(found, "Pixel & Co", {.services = {{ServiceId{9}}}});
    CHECK(mine.past.size() == 2);
}

TEST_CASE("status page: past are those that ended in the last 14 days, the latest end first")
{
    auto found = sample::found();
    auto const day = std::chrono::days{1};
    found.latest = {
        sample::outage(), resolved(3, sample::noon - 5 * day), resolved(2, sample::noon - 1 * day),
        resolved(1, sample::noon - 14 * day - 1us)};
    auto const page = sample::page_of(found);
    REQUIRE(page.past.size() == 2);
    CHECK(page.past[0].id == IncidentId{2});
    CHECK(page.past[1].id == IncidentId{3});
}

TEST_CASE("status page: past ends after twenty")
{
    auto found = sample::found();
    for (int i = 1; i <= 25; ++i)
        found.latest.push_back(resolved(i, sample::noon));
    CHECK(sample::page_of(found).past.size() == most_past);
}

TEST_CASE("status page: repeats are those on services that the reader sees")
{
    auto found = sample::found();
    found.services.push_back(sample::service(4, "Heron"));
    found.services.back().is_public = false;
    found.open[0].services.push_back({.service = ServiceId{4}});
    found.open[0].repeated = {
        {.incident = IncidentId{3}, .services = {ServiceId{4}, ServiceId{2}}},
        {.incident = IncidentId{2}, .services = {ServiceId{4}}},
        {.incident = IncidentId{1}, .services = {ServiceId{2}}}};
    CHECK(sample::page_of(found).incidents.at(0).repeats == 2);
    Reader const insider{.services = {{ServiceId{2}, ServiceId{4}}}};
    CHECK(status_page_of(found, "Pixel & Co", insider).incidents.at(0).repeats == 3);
}

TEST_CASE("status page: a recurring window that was ended is kept apart, for calendars")
{
    auto found = sample::found();
    found.series = {
        {.id = SeriesId{1}, .services = {ServiceId{3}}, .ended_at = sample::noon},
        {.id = SeriesId{2}, .services = {ServiceId{3}}},
        {.id = SeriesId{3}, .services = {ServiceId{99}}, .ended_at = sample::noon}};
    auto const page = sample::page_of(found);
    REQUIRE(page.series.size() == 1);
    CHECK(page.series[0].id == SeriesId{2});
    REQUIRE(page.ended_series.size() == 1);
    CHECK(page.ended_series[0].id == SeriesId{1});
}

TEST_CASE("status page: an incident says when its times were put right")
{
    auto found = sample::found();
    CHECK_FALSE(sample::page_of(found).incidents.at(0).corrected_at);
    found.corrected.emplace(found.open[0].id, sample::noon - 1h);
    CHECK(sample::page_of(found).incidents.at(0).corrected_at == sample::noon - 1h);
}

TEST_CASE("status page: never says who works on it")
{
    auto found = sample::found();
    found.open[0].owner = PersonId{4711};
    auto const json = write_json(to_json(sample::page_of(found)));
    CHECK(json.find(PersonId{4711}.text()) == std::string::npos);
    CHECK(json.find("owner") == std::string::npos);
}

TEST_CASE("status page: changes by itself at the first promise that is still to come")
{
    auto found = sample::found();
    CHECK(next_change(sample::page_of(found)) == sample::noon + 1h);
    found.open[0].when.eta_at = sample::noon + 30min;
    CHECK(next_change(sample::page_of(found)) == sample::noon + 30min);
    found.now = sample::noon + 1h;
    CHECK_FALSE(next_change(sample::page_of(found)));
}

TEST_CASE(
    "status page: windows are shown with the services that the reader may see, the soonest first")
{
    auto found = sample::found();
    auto later = sample::work();
    later.starts_at += 72h;
    later.services.push_back(ServiceId{99});
    auto hidden = sample::work();
    hidden.services = {ServiceId{99}};
    found.windows = {later, sample::work(), hidden};
    auto const page = sample::page_of(found);
    REQUIRE(page.windows.size() == 2);
    CHECK(page.windows[0].starts_at == sample::work().starts_at);
    REQUIRE(page.windows[1].services.size() == 1);
    CHECK(page.windows[1].services[0].name == "Uploads");
}

TEST_CASE(
    "status page: a cancelled window is shown until it would have been over, a finished one not")
{
    auto found = sample::found();
    found.windows = {
        sample::work(status::WindowState::cancelled), sample::work(status::WindowState::finished)};
    for (auto& window : found.windows)
        window.closed_at = found.now;
    auto const page = sample::page_of(found);
    REQUIRE(page.windows.size() == 1);
    CHECK(bool{page.windows[0].state == status::WindowState::cancelled});
    found.now = found.windows[0].ends_at;
    CHECK(sample::page_of(found).windows.empty());
}

TEST_CASE("status page: suspected and merged incidents are nobody's to see")
{
    auto found = sample::found();
    found.open.push_back(sample::outage());
    found.open[0].state = status::IncidentState::suspected;
    found.open[1].merged_into = IncidentId{1};
    CHECK(sample::page_of(found).incidents.empty());
}

TEST_CASE("status page: trouble of one account shows to that account only")
{
    auto found = sample::found();
    found.open[0].account = AccountId{5};
    CHECK(sample::page_of(found).incidents.empty());
    CHECK(status_page_of(found, "Pixel", {.account = AccountId{6}}).incidents.empty());
    auto const own = status_page_of(found, "Pixel", {.account = AccountId{5}});
    REQUIRE(own.incidents.size() == 1);
    CHECK(own.incidents[0].is_yours_only);
}

TEST_CASE("status page: what a word changed is told of services that the reader sees only")
{
    auto found = sample::found();
    found.open[0].updates[0].changes = {
        {.service = ServiceId{2}, .to = status::ServiceState::major},
        {.service = ServiceId{99}, .to = status::ServiceState::major}};
    auto const page = sample::page_of(found);
    REQUIRE(page.incidents[0].updates[0].changes.size() == 1);
    CHECK(page.incidents[0].updates[0].changes[0].service == ServiceId{2});
}

TEST_CASE("status page: a window begins and ends by itself, and a silent service turns grey")
{
    auto found = sample::found();
    found.open.clear();
    found.windows = {sample::work()};
    CHECK(next_change(sample::page_of(found)) == sample::noon + 10h);
    found.services[0].checked_every_s = 60;
    found.services[0].checked = status::Check{.at = found.now - 1min, .seen_from = "fra-1"};
    CHECK(next_change(sample::page_of(found)) == sample::noon + 2min);
}

TEST_CASE("status page: an issue that was closed stands for a week, a private one is for customers")
{
    auto found = sample::found();
    found.issues = {{.id = IssueId{1}, .title = "Slow", .services = {ServiceId{3}}}};
    CHECK(sample::page_of(found).issues.size() == 1);
    found.issues[0].closed_at = sample::noon - 24h * 8;
    CHECK(sample::page_of(found).issues.empty());
    found.issues[0].closed_at = sample::noon - 24h;
    CHECK(sample::page_of(found).issues.size() == 1);
    found.issues[0].is_public = false;
    CHECK(sample::page_of(found).issues.empty());
    CHECK(status_page_of(found, "Pixel", {.account = AccountId{6}}).issues.size() == 1);
}

TEST_CASE("status page: what was merged is on no list, and says what it is a part of")
{
    auto const page = sample::page_of(sample::merged());
    REQUIRE(page.merged.size() == 1);
    CHECK(page.merged[0].id == IncidentId{7});
    CHECK(page.merged[0].merged_into->into == IncidentId{8});
    CHECK(page.merged[0].merged_into->title == "Nothing works");
    CHECK(page.incidents.size() == 1);
    CHECK(page.latest.size() == 1);
    CHECK(page.past.empty());
}

TEST_CASE("status page: what was merged is shown to those only who knew it, and see the other")
{
    auto found = sample::merged();
    auto const seen = [&found] { return sample::page_of(found).merged.size(); };
    CHECK(seen() == 1);
    found.latest[1].services[0].service = ServiceId{99};  // on nothing that he sees
    CHECK(seen() == 0);
    found = sample::merged();
    found.latest[1].updates.clear();  // was only suspected
    CHECK(seen() == 0);
    found = sample::merged();
    found.open[0].services = found.latest[0].services = {{.service = ServiceId{99}}};
    CHECK(seen() == 0);
}

TEST_CASE("all_seen: however old, and merged ones with what they are a part of")
{
    auto found = sample::merged();
    found.open.clear();
    found.issues = {
        {.id = IssueId{5},
         .title = "Dates are American",
         .services = {ServiceId{2}},
         .closed_at = sample::noon - std::chrono::days{300}}};
    CHECK(sample::page_of(found).issues.empty());
    auto const seen = all_seen(found, {});
    CHECK(seen.issues.size() == 1);
    REQUIRE(seen.incidents.size() == 2);
    CHECK_FALSE(seen.incidents[0].merged_into);
    CHECK(seen.incidents[1].merged_into->into == IncidentId{8});
}

TEST_CASE("status page: how bad an incident was counts only services that the reader may see")
{
    using status::ServiceState;
    auto found = sample::found();
    found.open[0].services = {
        {.service = ServiceId{2}, .state = ServiceState::degraded},
        {.service = ServiceId{99}, .state = ServiceState::major}};
    hold_at_worst(found.open[0], ServiceId{2}, ServiceState::partial);
    hold_at_worst(found.open[0], ServiceId{99}, ServiceState::major);
    CHECK(bool{sample::page_of(found).incidents[0].worst == ServiceState::partial});
    found.open[0].account = AccountId{1};
    auto const own = status_page_of(found, "", {.account = AccountId{1}});
    CHECK(bool{own.incidents[0].worst == ServiceState::major});
}

TEST_CASE("status page: an account whose own service is down reads that it is")
{
    auto found = sample::found();
    found.services[1].state = status::ServiceState::operational;
    found.open[0].account = AccountId{1};
    auto const own = status_page_of(found, "", {.account = AccountId{1}});
    CHECK(
        headline(own.services, own.incidents.size(), words::Language::en) ==
        "There is an outage of Statistics. Everything else works.");
    auto const everybody = sample::page_of(found);
    CHECK(
        headline(everybody.services, everybody.incidents.size(), words::Language::en) ==
        "Everything works.");
}
