#include "pages/view/service_rows.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;
using sample::count;
using sample::shows;
using status::ServiceState;

namespace {

View const at_noon{.reader = {}, .now = sample::noon};

// Ninety days that end today, all of them well.
ShownService watched()
{
    ShownService service{.name = "Uploads", .uptime = "99.98"};
    for (int day = 89; day >= 0; --day)
        service.days.push_back(
            {.date = to_rfc3339(sample::noon - 24h * day).substr(0, 10), .shown = "100"});
    return service;
}

}  // namespace

TEST_CASE("service_rows: parts stand in a list within their group")
{
    std::vector<ShownService> services(4);
    services[0].name = "Storage";
    services[0].is_group = true;
    services[1].name = "Disks";
    services[1].depth = 1;
    services[2].name = "Tapes";
    services[2].depth = 1;
    services[3].name = "Mail";
    auto const html = service_rows(services, at_noon);
    CHECK(count(html, "<ul") == 2);
    CHECK(count(html, "</ul>") == 2);
    CHECK(count(html, "<li") == 4);
    CHECK(count(html, "</li>") == 4);
    CHECK(html.find("</ul>") < html.find("Mail"));
    CHECK(html.find("</ul>") > html.find("Tapes"));
    CHECK(service_rows({}, at_noon).empty());
}

TEST_CASE("service_rows: of very many, what stands in a group that is well is folded")
{
    std::vector<ShownService> services{
        {.name = "Well", .is_group = true},
        {.name = "Ill", .is_group = true, .state = ServiceState::major}};
    services.insert(services.begin() + 1, 2, {.name = "One", .depth = 1});
    services.insert(services.end(), 35, {.name = "Two", .depth = 1});
    CHECK(count(service_rows(services, at_noon), "<details") == 0);
    services.push_back({.name = "Mail"});
    auto const html = service_rows(services, at_noon);
    CHECK(shows(html, "<details><summary>Services (2)</summary><ul"));
    CHECK(shows(html, "<details open><summary>Services (35)</summary><ul"));
    CHECK(count(html, "</ul></details>") == 2);
    CHECK(html.ends_with("</li></ul>"));
}

TEST_CASE("service_rows: says how it is in a word, how long it was up, and how we know")
{
    auto service = watched();
    service.checked =
        status::Check{.at = sample::noon - 1min, .seen_from = "fra-1", .by_person = false};
    auto html = sample::without_tags(service_rows({service}, at_noon));
    CHECK(shows(html, "Works"));
    CHECK(shows(html, "99.98 % in 90 days"));
    CHECK(shows(html, "checked 11:59 UTC from fra-1"));
    service.checked->by_person = true;
    service.checked->seen_from = "Anna Agent";
    html = sample::without_tags(service_rows({service}, at_noon));
    CHECK(shows(html, "last confirmed by a person at"));
    CHECK_FALSE(shows(html, "Anna"));
}

//
TEST_CASE("service_rows: a service that nobody ever looked at says so, a group does not")
{
    auto const said = [](ShownService const& service, words::Language language) {
        return sample::without_tags(
            service_rows({service}, {.reader = {.language = language}, .now = sample::noon}));
    };
    CHECK(shows(said({.name = "Uploads"}, words::Language::en), "not confirmed yet"));
    CHECK_FALSE(shows(
        said({.name = "Uploads", .state = ServiceState::major}, words::Language::en),
        "not confirmed yet"));
    CHECK(shows(said({.name = "Uploads"}, words::Language::de), "noch nicht bestätigt"));
    ShownService const group{.name = "Storage", .is_group = true};
    CHECK_FALSE(shows(said(group, words::Language::en), "not confirmed yet"));
    ShownService const looked_at{.name = "Uploads", .checked = status::Check{.at = sample::noon}};
    CHECK_FALSE(shows(said(looked_at, words::Language::en), "not confirmed yet"));
}

//
TEST_CASE("service_rows: says when its state is not known any more, unless it is looked at again")
{
    ShownService const service{.name = "Uploads", .silent_at = sample::noon + 3min};
    CHECK(shows(
        service_rows({service}, at_noon),
        "<li class=\"ok\" data-silent=\"2026-03-04T12:03:00Z\">"));
}

TEST_CASE("day_bars: days in a row that were well are one line; a day with trouble has its figure")
{
    auto service = watched();
    CHECK(count(day_bars(service, english_texts), "<path") == 1);
    service.days[10].worst = ServiceState::major;
    service.days[10].shown = "98.61";
    auto const bars = day_bars(service, english_texts);
    CHECK(count(bars, "<path") == 3);
    CHECK(shows(bars, "<path class=\"major\" d=\"M40 17h3\"><title>2025-12-15: Down, 98.61 %"));
    CHECK(shows(bars, "role=\"img\" aria-label=\"Days with trouble: 1.\""));
}

TEST_CASE("day_bars: each state has a height of its own, so colour is not needed")
{
    auto service = watched();
    service.days.resize(5);
    std::size_t i = 0;
    for (auto const state :
         {ServiceState::operational, ServiceState::degraded, ServiceState::partial,
          ServiceState::major, ServiceState::unknown})
        service.days[i++].worst = state;
    auto const bars = day_bars(service, english_texts);
    for (std::string_view const at : {"M0 23h", "M4 21h", "M8 19h", "M12 17h", "M16 30h"})
        CHECK(shows(bars, at));
}

TEST_CASE("day_bars: before it was there a service has no days, only the ground")
{
    auto service = watched();
    for (std::size_t i = 0; i < 80; ++i)
        service.days[i].worst = ServiceState::unknown;
    service.created_at = sample::noon - 24h * 9;
    auto const bars = day_bars(service, english_texts);
    CHECK(count(bars, "<path") == 2);
    CHECK(shows(bars, "<path class=\"before\" d=\"M0 33h319\"/>"));
    CHECK(shows(bars, "<path class=\"operational\" d=\"M320 23h39\"/>"));
    CHECK(shows(bars, "No day with trouble."));
    CHECK(shows(service_rows({service}, at_noon), "99.98 % in 10 days"));
    service.created_at = sample::noon;
    CHECK(shows(service_rows({service}, at_noon), "99.98 % today"));
}

TEST_CASE("day_bars: none where nothing was counted")
{
    CHECK(day_bars({.name = "Uploads"}, english_texts).empty());
}
