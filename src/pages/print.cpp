#include "pages/print.hpp"

#include "pages/mirror/document.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/pledges/print_pledges.hpp"
#include "pages/print_feeds.hpp"
#include "pages/render.hpp"
#include "pages/shell.hpp"
#include "pages/statuspage_api.hpp"
#include "pages/templates.hpp"
#include "pages/view/view.hpp"
#include "wire/http/hot_page.hpp"

#include <set>

namespace tellfirst::pages {
namespace {

using words::Language;

constexpr std::string_view html_type = "text/html; charset=utf-8";
constexpr std::string_view robots = "User-agent: *\nDisallow: /portal\nDisallow: /api/\n";

// Feeds and figures may be read by scripts of other sites: widgets in a customer's own panel.
bool is_data(std::string_view type)
{
    return !type.starts_with("text/html");
}

// A shared cache may keep a page for 15 s and show it for a day when we are gone (RFC 5861): its
// script then says how old it is. What needs a secret address is nobody's to keep but the reader's.
http::Headers headers_of(Site const& site, Output const& output)
{
    auto headers = output.headers;
    auto const add = [&](std::string_view name, std::string_view value) {
        if (std::ranges::find(headers, name, &http::Headers::value_type::first) == headers.end())
            headers.emplace_back(name, value);
    };
    if (site.is_private) {
        add("cache-control", "private, max-age=15");
        add("x-robots-tag", "noindex");
    }
    add("cache-control", "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400");
    if (is_data(output.type))
        add("access-control-allow-origin", "*");
    else
        add("content-security-policy", public_policy());
    return headers;
}

Copy copy_of(Site const& site, Output output)
{
    auto headers = headers_of(site, output);
    return {
        .host = host_of(site.base_url),
        .path = base_path_of(site) + output.path,
        .type = std::move(output.type),
        .headers = std::move(headers),
        .body = std::move(output.body),
        .is_public = !site.is_private};
}

Output html(std::string path, std::string body)
{
    return {.path = std::move(path), .body = std::move(body), .type = std::string{html_type}};
}

Output json(std::string path, Json const& value)
{
    return {.path = std::move(path), .body = write_json(value), .type = "application/json"};
}

std::vector<Output> print_home(Site const& site)
{
    auto const own = words::language_of(site.brand.language);
    std::vector<Output> outputs{json("/status.json", to_json(site.page))};
    for (auto const language : {Language::en, Language::de}) {
        auto const page = render_home(site, language);
        std::string const home{home_of(site.brand, language)};
        if (language == own)
            outputs.push_back(html("/", page));
        if (home == "/")
            continue;
        outputs.push_back(html(home, page));
        outputs.push_back(html(home.substr(0, home.size() - 1), page));
    }
    return outputs;
}

// What stands on each host beside its page.
void add_fixed(std::vector<Copy>& copies, Sites const& sites, Site const& site)
{
    auto const host = host_of(site.base_url);
    auto const add = [&](std::string path, std::string type, http::Headers headers,
                         std::string_view body) {
        copies.push_back(
            {.host = host,
             .path = std::move(path),
             .type = std::move(type),
             .headers = std::move(headers),
             .body = std::string{body}});
    };
    http::Headers const for_a_day{{"cache-control", "public, max-age=86400"}};
    // Its own style element must work where the picture is opened by itself.
    http::Headers picture{
        {"cache-control", "public, max-age=86400"},
        {"content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"}};
    add("/robots.txt", "text/plain", for_a_day, robots);
    add("/favicon.svg", "image/svg+xml", picture, templates::favicon_svg);
    // The banner's script on a foreign page must see that its address leads nowhere any more.
    add(std::string{http::lost_path}, std::string{html_type},
        {{"cache-control", "no-store"}, {"access-control-allow-origin", "*"}},
        render_lost(site.brand));
    if (auto const logo = sites.logos.find(host); logo != sites.logos.end()) {
        picture.front().second = "public, max-age=31536000, immutable";
        picture.back().second += "; sandbox";  // somebody else drew it
        add(logo->second.path, logo->second.type, picture, logo->second.bytes);
    }
}

std::string_view kind_of(ShownIncident const&)
{
    return "incidents";
}

std::string_view kind_of(ShownWindow const&)
{
    return "windows";
}

std::string_view kind_of(ShownIssue const&)
{
    return "issues";
}

bool is_over(ShownIncident const& incident)
{
    return incident.resolved_at.has_value();
}

template <class Item>
bool is_over(Item const& item)
{
    return item.closed_at.has_value();
}

std::string minute_of(Instant at)
{
    return to_rfc3339(std::chrono::floor<std::chrono::minutes>(at));
}

// Of what is over only a few things may still change.
std::string marks_of(ShownIncident const& incident)
{
    auto const& voices = incident.voices;
    return fmt::format(
        "{} {} {} {};", incident.id.value(), to_micros(incident.changed_at), voices.see_it_too,
        voices.workaround_helped);
}

std::string marks_of(ShownWindow const& window)
{
    return fmt::format("{} {} {};", window.id.value(), window.sequence, name_of(window.state));
}

template <class Item>
std::vector<Item const*> each_once(std::initializer_list<std::vector<Item> const*> lists)
{
    std::vector<Item const*> items;
    std::set<std::int64_t> seen;
    for (auto const* list : lists)
        for (auto const& item : *list)
            if (seen.insert(item.id.value()).second)
                items.push_back(&item);
    return items;
}

}  // namespace

std::string content_of(Site const& site)
{
    auto page = site.page;
    page.as_of = std::chrono::floor<std::chrono::minutes>(page.as_of);
    for (auto& service : page.services) {
        service.silent_at.reset();
        if (service.checked)
            service.checked->at = page.as_of;
    }
    auto content = write_json(to_json(page)) + write_json(to_json(site.brand)) +
                   write_json(to_json(site.pledges));
    for (auto const& incident : page.latest)
        content += marks_of(incident);
    for (auto const& incident : page.merged)
        content += marks_of(incident) + incident.merged_into->title;
    for (auto const& window : page.latest_windows)
        content += marks_of(window);
    for (auto const& series : page.ended_series)
        content += fmt::format("{} {};", series.id.value(), series.sequence);
    return content;
}

template <class Item>
void Printer::print_item(Site const& site, Item const& item, Printed& next, Printed& last)
{
    auto const path = path_of(kind_of(item), item.id);
    auto const value = to_json(item);
    auto key = write_json(to_json(site.brand)) + write_json(value) +
               (is_over(item) ? "" : minute_of(site.page.as_of));
    auto const before = last.pages.find(path);
    if (before != last.pages.end() && before->second.key == key) {
        next.pages.insert(last.pages.extract(before));
        return;
    }
    next.pages[path] = {
        .key = std::move(key),
        .outputs = {
            html(path, render_page(site, item, Language::en)),
            html("/de" + path, render_page(site, item, Language::de)),
            json(path + ".json", value)}};
}

void Printer::print_site(Site const& site, Printed& printed)
{
    auto const& page = site.page;
    Printed next{.content = content_of(site), .pages = {}, .copies = {}};
    for (auto const* item : each_once({&page.incidents, &page.past, &page.latest, &page.merged}))
        print_item(site, *item, next, printed);
    for (auto const* item : each_once({&page.windows, &page.latest_windows}))
        print_item(site, *item, next, printed);
    for (auto const& item : page.issues)
        print_item(site, item, next, printed);
    for (auto& output : print_home(site))
        next.copies.push_back(copy_of(site, std::move(output)));
    for (auto const& [path, kept] : next.pages)
        for (auto const& output : kept.outputs)
            next.copies.push_back(copy_of(site, output));
    for (auto& output : print_feeds(site))
        next.copies.push_back(copy_of(site, std::move(output)));
    for (auto& output : print_pledges(site))
        next.copies.push_back(copy_of(site, std::move(output)));
    for (auto& output : print_statuspage_api(site))
        next.copies.push_back(copy_of(site, std::move(output)));
    printed = std::move(next);
}

std::optional<Snapshot> Printer::print(Sites const& sites, Which which)
{
    bool has_changed = false;
    std::set<std::string_view> there;
    for (auto const& site : sites.all) {
        there.insert(site.base_url);
        auto& printed = sites_[site.base_url];
        bool const is_meant = which == Which::all || !site.is_private;
        if (!is_meant || printed.content == content_of(site))
            continue;
        print_site(site, printed);
        has_changed = true;
    }
    has_changed =
        std::erase_if(sites_, [&](auto const& site) { return !there.contains(site.first); }) > 0 ||
        has_changed;
    if (!has_changed)
        return std::nullopt;
    Snapshot snapshot{.made = sites.as_of, .default_host = sites.default_host, .copies = {}};
    for (auto const& site : sites.all) {
        auto const& copies = sites_[site.base_url].copies;
        snapshot.copies.insert(snapshot.copies.end(), copies.begin(), copies.end());
        if (!site.is_private)
            add_fixed(snapshot.copies, sites, site);
    }
    add_mirror_documents(snapshot);
    return snapshot;
}

}  // namespace tellfirst::pages
