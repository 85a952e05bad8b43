#pragma once
// A site to test with: Uploads, and the group Reports with Statistics in it.
#include "pages/site.hpp"

namespace tellfirst::pages::sample_site {

using namespace std::chrono_literals;

inline constexpr Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 12h;
inline constexpr ServiceId uploads{1};
inline constexpr ServiceId reports{2};
inline constexpr ServiceId statistics{3};

// Statistics is down since 11:00; the next word is promised for 13:00.
inline ShownIncident outage()
{
    return {
        .id = IncidentId{7},
        .title = "Numbers are missing",
        .services = {{.service = statistics, .name = "Statistics"}},
        .when = {.next_word_at = noon + 1h},
        .started_at = noon - 70min,
        .created_at = noon - 1h,
        .changed_at = noon - 30min,
        .updates = {
            {.id = UpdateId{12}, .text = "Still looking.", .at = noon - 30min},
            {.id = UpdateId{11},
             .text = "We are looking.",
             .changes =
                 {{.service = statistics, .to = status::ServiceState::major},
                  {.service = ServiceId{99}, .to = status::ServiceState::major}},
             .at = noon - 1h}}};
}

// Work on Uploads from 22:00 to 23:30 in UTC, said once.
inline ShownWindow work(status::WindowState state = status::WindowState::planned)
{
    return {
        .id = WindowId{70},
        .title = "New disks",
        .state = state,
        .services = {{.service = uploads, .name = "Uploads"}},
        .starts_at = noon + 10h,
        .ends_at = noon + 11h + 30min,
        .text = "Uploads wait meanwhile.",
        .words = {{.id = UpdateId{71}, .text = "Uploads wait meanwhile.", .at = noon - 48h}},
        .sequence = 3,
        .created_at = noon - 48h,
        .changed_at = noon - 24h};
}

// Each Thursday at 22:00 in Berlin, for an hour.
inline ShownSeries thursdays()
{
    return {
        .id = SeriesId{80},
        .title = "Database",
        .services = {{.service = statistics, .name = "Statistics"}},
        .text = "Numbers may come late.",
        .zone = "Europe/Berlin",
        .first = "2026-11-26T22:00",
        .minutes = 60,
        .rule = "FREQ=WEEKLY;BYDAY=TH",
        .first_at = std::chrono::sys_days{std::chrono::year{2026} / 11 / 26} + 21h,
        .sequence = 1,
        .created_at = noon - 72h,
        .changed_at = noon - 72h};
}

inline ShownIssue issue()
{
    return {
        .id = IssueId{90},
        .title = "Old photos are turned",
        .services = {{.service = uploads, .name = "Uploads"}},
        .text = "Photos of before 2010 lie on their side.",
        .workaround = status::Workaround{.text = "Turn them by hand.", .url = {}},
        .created_at = noon - 100h,
        .changed_at = noon - 90h};
}

inline Site site()
{
    Site made{
        .brand = {.id = BrandId{5}, .name = "Pixel & Co"},
        .base_url = "https://status.example.test",
        .page = {.brand = "Pixel & Co", .as_of = noon}};
    auto const since = noon - 1000h;
    made.page.services = {
        {.id = uploads, .name = "Uploads", .created_at = since},
        {.id = reports,
         .name = "Reports",
         .is_group = true,
         .state = status::ServiceState::major,
         .created_at = since},
        {.id = statistics,
         .name = "Statistics",
         .description = "Visits and views",
         .parent = reports,
         .depth = 1,
         .state = status::ServiceState::major,
         .created_at = since}};
    made.page.incidents = made.page.latest = {outage()};
    made.page.windows = made.page.latest_windows = {work()};
    made.page.series = {thursdays()};
    made.page.issues = {issue()};
    return made;
}

// The same with a text in each place where somebody may write one.
inline Site saying(std::string const& text)
{
    auto made = site();
    made.brand.name = made.page.brand = text;
    for (auto& service : made.page.services)
        service.name = service.description = text;
    for (auto* const list : {&made.page.incidents, &made.page.latest})
        for (auto& incident : *list) {
            incident.title = incident.services[0].name = text;
            incident.workaround = status::Workaround{.text = text, .url = "https://x.test/" + text};
            for (auto& update : incident.updates)
                update.text = text;
        }
    for (auto* const list : {&made.page.windows, &made.page.latest_windows})
        for (auto& window : *list)
            window.title = window.text = window.words[0].text = window.services[0].name = text;
    for (auto& series : made.page.series)
        series.title = series.text = series.services[0].name = text;
    for (auto& issue : made.page.issues)
        issue.title = issue.text = issue.services[0].name = text;
    return made;
}

}  // namespace tellfirst::pages::sample_site
