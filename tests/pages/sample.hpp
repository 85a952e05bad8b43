#pragma once
// A page to test with: Galleries, Statistics, Uploads.
#include "pages/site.hpp"
#include "support/database.hpp"

namespace tellfirst::pages::sample {

inline constexpr Instant noon = support::test_start + std::chrono::hours{2};

inline status::Service service(std::int64_t id, std::string name, status::ServiceState state = {})
{
    return {.id = ServiceId{id}, .name = std::move(name), .state = state};
}

// Statistics is down since 10:00; the next word is promised for 13:00.
inline status::Incident outage()
{
    notify::When const when{.next_word_at = noon + std::chrono::hours{1}};
    return {
        .id = IncidentId{7},
        .title = "Numbers are missing",
        .state = status::IncidentState::investigating,
        .services = {{.service = ServiceId{2}, .state = status::ServiceState::major}},
        .when = when,
        .started_at = support::test_start,
        .created_at = support::test_start,
        .updates = {{.id = UpdateId{9}, .text = "We are looking.", .when = when, .at = noon}}};
}

// Work on Uploads from 22:00 to 23:30.
inline status::Window work(status::WindowState state = status::WindowState::planned)
{
    return {
        .id = WindowId{70},
        .title = "New disks",
        .services = {ServiceId{3}},
        .state = state,
        .starts_at = noon + std::chrono::hours{10},
        .ends_at = noon + std::chrono::minutes{690},
        .text = "Uploads wait meanwhile.",
        .created_at = support::test_start};
}

inline Found found()
{
    return {
        .services =
            {service(1, "Galleries"), service(2, "Statistics", status::ServiceState::major),
             service(3, "Uploads")},
        .open = {outage()},
        .latest = {},
        .windows = {},
        .series = {},
        .issues = {},
        .bars = {},
        .now = noon};
}

// The outage turned out to be a part of another one: "Nothing works".
inline Found merged()
{
    auto all = found();
    auto part = outage();
    part.state = status::IncidentState::resolved;
    part.resolved_at = part.changed_at = noon;
    part.merged_into = IncidentId{8};
    part.updates.insert(
        part.updates.begin(), {.id = UpdateId{10},
                               .state = status::IncidentState::resolved,
                               .text = "See there.",
                               .at = noon});
    all.open[0].id = IncidentId{8};
    all.open[0].title = "Nothing works";
    all.latest = {all.open[0], part};
    return all;
}

inline StatusPage page_of(Found const& found, std::string const& brand = "Pixel & Co")
{
    return status_page_of(found, brand, {});
}

inline Site site_of(Found const& found, std::string const& brand = "Pixel & Co")
{
    return {
        .brand = {.id = BrandId{5}, .name = brand, .url = "https://status.example.test"},
        .base_url = "https://status.example.test",
        .page = page_of(found, brand)};
}

// Where the page of the outage stands.
inline std::string const outage_path = "/incidents/" + id_letters(7);

inline std::size_t count(std::string_view html, std::string_view text)
{
    std::size_t times = 0;
    for (auto at = html.find(text); at != html.npos; at = html.find(text, at + 1))
        ++times;
    return times;
}

inline bool shows(std::string_view html, std::string_view text)
{
    return html.contains(text);
}

// As a reader sees it.
inline std::string without_tags(std::string html)
{
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at))
        html.erase(at, html.find('>', at) - at + 1);
    return html;
}

}  // namespace tellfirst::pages::sample
