#include "pages/print_feeds.hpp"

#include "kernel/digest.hpp"
#include "pages/addresses.hpp"
#include "pages/badge.hpp"
#include "pages/banner.hpp"
#include "pages/calendar.hpp"
#include "pages/feed_entries.hpp"
#include "pages/headline.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"

#include <set>

namespace tellfirst::pages {
namespace {

using words::Language;

// Whoever shows them on another site's page may read them.
http::Headers open_to_all()
{
    return {{"access-control-allow-origin", "*"}};
}

// For whom feeds are: all services, or one with its members.
struct Part {
    std::string path;  // "", "/de", "/services/aaaabbbbcccc"
    std::string name;
    std::optional<std::set<ServiceId>> services;

    [[nodiscard]] bool has(std::vector<ServiceId> const& touched) const
    {
        return !services ||
               std::ranges::any_of(touched, [&](ServiceId id) { return services->contains(id); });
    }
};

// Members stand behind their group.
Part part_of(ShownService const& service, std::vector<ShownService> const& all)
{
    std::set<ServiceId> members{service.id};
    for (auto const& other : all)
        if (other.parent && members.contains(*other.parent))
            members.insert(other.id);
    return {
        .path = "/services/" + id_letters(service.id.value()),
        .name = service.name,
        .services = std::move(members)};
}

// All that a language says of a site, made once and sorted out for each part.
struct Material {
    Site const& site;
    Language language;
    std::vector<Told> told = everything_told(site, language);
    std::vector<PlannedEvent> events = planned_events(site, language);
};

// Without any entry, nothing has changed since there are services.
Instant beginning_of(Site const& site)
{
    Instant begun{};
    for (auto const& service : site.page.services)
        begun = std::max(begun, service.created_at);
    return begun;
}

std::string title_of(Part const& part, Material const& material)
{
    auto const title = texts_in(material.language).status_title;
    auto const whole = fmt::format("{} · {}", material.site.brand.name, title);
    return part.name.empty() ? whole : fmt::format("{} · {}", whole, part.name);
}

feed::Feed feed_of(Part const& part, Material const& material)
{
    auto const& site = material.site;
    feed::Feed feed{
        .id =
            "urn:uuid:" + uuid_of(site.brand.id.text() + base_path_of(site) + "/feed" + part.path),
        .title = title_of(part, material),
        .author = site.brand.name,
        .language = std::string{texts_in(material.language).tag},
        .page = address_of(site, material.language),
        .atom = site.base_url + part.path + "/feed.atom",
        .rss = site.base_url + part.path + "/feed.rss",
        .updated = beginning_of(site),
        .entries = {}};
    for (auto const& told : material.told)
        if (part.has(told.services))
            feed.entries.push_back(told.entry);
    if (!feed.entries.empty())
        feed.updated = feed.entries.front().updated;
    return feed;
}

std::string calendar_of(Part const& part, Material const& material)
{
    ical::Calendar calendar{
        .brand = material.site.brand.name,
        .name = title_of(part, material),
        .url = address_of(material.site, material.language),
        .events = {}};
    for (auto const& planned : material.events)
        if (part.has(planned.services))
            calendar.events.push_back(planned.event);
    return ical::write(calendar);
}

void print(std::vector<Output>& outputs, Part const& part, Material const& material)
{
    auto const add = [&](std::string_view name, std::string_view type, std::string body) {
        outputs.push_back(
            {.path = part.path + std::string{name},
             .body = std::move(body),
             .type = std::string{type},
             .headers = open_to_all()});
    };
    auto const feed = feed_of(part, material);
    add("/feed.atom", "application/atom+xml; charset=utf-8", feed::write_atom(feed));
    add("/feed.rss", "application/rss+xml; charset=utf-8", feed::write_rss(feed));
    add("/calendar.ics", "text/calendar; charset=utf-8", calendar_of(part, material));
}

Output badge_at(std::string const& path, std::string_view label, status::ServiceState state)
{
    auto headers = open_to_all();
    headers.emplace_back("content-security-policy", "default-src 'none'");
    return {
        .path = path + "/badge.svg",
        .body = badge(label, state, Language::en),
        .type = "image/svg+xml",
        .headers = std::move(headers)};
}

// Asked for every few seconds, so that it comes and goes at once: "not modified" is the answer.
Output banner_news(Site const& site)
{
    auto headers = open_to_all();
    headers.emplace_back("cache-control", "no-cache");
    return {
        .path = "/banner.json",
        .body = banner_json(site),
        .type = "application/json",
        .headers = std::move(headers)};
}

Output script(std::string path, std::string_view text)
{
    auto headers = open_to_all();
    headers.emplace_back("cache-control", "public, max-age=3600");
    return {
        .path = std::move(path),
        .body = std::string{text},
        .type = "text/javascript; charset=utf-8",
        .headers = std::move(headers)};
}

}  // namespace

std::vector<Output> print_feeds(Site const& site)
{
    Material const in_english{.site = site, .language = Language::en};
    Material const in_german{.site = site, .language = Language::de};
    std::vector<Output> outputs;
    print(outputs, {}, in_english);
    print(outputs, {.path = "/de"}, in_german);
    outputs.push_back(badge_at("", site.brand.name, overall(site.page.services)));
    outputs.push_back(banner_news(site));
    outputs.push_back(script("/banner.js", templates::banner_js));
    outputs.push_back(script("/subscribe.js", templates::subscribe_js));
    return outputs;
}

std::vector<Output> print_service_feeds(Site const& site, std::optional<std::string_view> letters)
{
    auto const& services = site.page.services;
    Material const in_english{.site = site, .language = Language::en};
    std::vector<Output> outputs;
    for (auto const& service : services) {
        if (letters && letters != id_letters(service.id.value()))
            continue;
        auto const part = part_of(service, services);
        print(outputs, part, in_english);
        outputs.push_back(badge_at(part.path, service.name, service.state));
    }
    return outputs;
}

}  // namespace tellfirst::pages
