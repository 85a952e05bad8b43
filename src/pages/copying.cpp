#include "pages/copying.hpp"

#include "pages/aging/forget.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/render.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "wire/http/hot_page.hpp"

namespace tellfirst::pages {
namespace {

constexpr std::string_view robots = "User-agent: *\nDisallow: /portal\nDisallow: /api/\n";

// Feeds and figures may be read by scripts of other sites: widgets in a customer's own panel.
bool is_data(std::string_view type)
{
    return !type.starts_with("text/html");
}

// A shared cache may keep a page for 15 s and show it for a day when we are gone (RFC 5861): its
// script then says how old it is. Programs do not see that, so of what tells them of now only what
// is younger than three minutes. What needs a secret address is nobody's to keep but the reader's.
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
    add("cache-control", fmt::format(
                             "public, max-age=15, stale-while-revalidate=60, stale-if-error={}",
                             tells_of_now(output.path) ? "165" : "86400"));
    if (is_data(output.type))
        add("access-control-allow-origin", "*");
    else
        add("content-security-policy", public_policy());
    return headers;
}

}  // namespace

Copying::Copying(Site const& site, std::vector<Copy> const& before) : site_{site}
{
    for (auto const& copy : before)
        before_.emplace(copy.path, &copy);
    copies_.reserve(before.size());
}

void Copying::add(Output output)
{
    auto headers = headers_of(site_, output);
    add(base_path_of(site_) + output.path, std::move(output), std::move(headers));
}

void Copying::add(std::vector<Output> outputs)
{
    for (auto& output : outputs)
        add(std::move(output));
}

void Copying::add(std::string path, Output output, http::Headers headers)
{
    auto const before = before_.find(path);
    auto const* same = before == before_.end() ? nullptr : before->second;
    if (same == nullptr || same->body.text() != output.body)
        same = copies_.empty() ? nullptr : &copies_.back();  // "/de" says what "/de/" does
    auto body = same != nullptr && same->body.text() == output.body ? same->body
                                                                    : Body{std::move(output.body)};
    copies_.push_back(
        {.host = host_of(site_.base_url),
         .path = std::move(path),
         .type = std::move(output.type),
         .headers = std::move(headers),
         .body = std::move(body)});
}

void Copying::add_fixed(Sites const& sites)
{
    auto const add_as_is = [&](std::string_view path, std::string_view type, http::Headers headers,
                               std::string_view body) {
        add(std::string{path}, {.path = {}, .body = std::string{body}, .type = std::string{type}},
            std::move(headers));
    };
    http::Headers const for_a_day{{"cache-control", "public, max-age=86400"}};
    // Its own style element must work where the picture is opened by itself.
    http::Headers picture{
        {"cache-control", "public, max-age=86400"},
        {"content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"}};
    add_as_is("/robots.txt", "text/plain", for_a_day, robots);
    add_as_is("/favicon.svg", "image/svg+xml", picture, templates::favicon_svg);
    // The banner's script on a foreign page must see that its address leads nowhere any more.
    add_as_is(
        http::lost_path, "text/html; charset=utf-8",
        {{"cache-control", "no-store"}, {"access-control-allow-origin", "*"}},
        render_lost(site_.brand));
    auto const logo = sites.logos.find(host_of(site_.base_url));
    if (logo == sites.logos.end())
        return;
    picture.front().second = "public, max-age=31536000, immutable";
    picture.back().second += "; sandbox";  // somebody else drew it
    add_as_is(logo->second.path, logo->second.type, picture, logo->second.bytes);
}

}  // namespace tellfirst::pages
