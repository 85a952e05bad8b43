#include "pages/copying.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

std::string header(Copy const& copy, std::string_view name)
{
    for (auto const& [key, value] : copy.headers)
        if (key == name)
            return value;
    return {};
}

Copy copied(Site const& site, Output output)
{
    Copying copying{site, {}};
    copying.add(std::move(output));
    return std::move(copying).take().front();
}

Output const html{.path = "/", .body = "<p>", .type = "text/html; charset=utf-8"};
Output const data{.path = "/status.json", .body = "{}", .type = "application/json"};

}  // namespace

TEST_CASE("copying: caches may keep and show what is everybody's")
{
    auto const site = sample::site_of(sample::found());
    auto const page = copied(site, html);
    CHECK(page.host == "status.example.test");
    CHECK(page.path == "/");
    CHECK(
        header(page, "cache-control") ==
        "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400");
    CHECK(header(page, "content-security-policy").contains("'sha256-"));
    CHECK(header(page, "access-control-allow-origin").empty());
    CHECK(header(copied(site, data), "access-control-allow-origin") == "*");
    CHECK(
        header(copied(site, data), "cache-control") ==
        "public, max-age=15, stale-while-revalidate=60, stale-if-error=165");
}

TEST_CASE("copying: what is private is nobody's to keep or to find")
{
    auto site = sample::site_of(sample::found());
    site.base_url += "/p/token";
    site.is_private = true;
    auto const page = copied(site, html);
    CHECK(page.host == "status.example.test");
    CHECK(page.path == "/p/token/");
    CHECK(header(page, "cache-control") == "private, max-age=15");
    CHECK(header(page, "x-robots-tag") == "noindex");
}

TEST_CASE("copying: an output's own headers win over those that all have")
{
    auto output = data;
    output.headers = {{"cache-control", "no-cache"}};
    CHECK(header(copied(sample::site_of(sample::found()), output), "cache-control") == "no-cache");
}

TEST_CASE("copying: what said the same before is the same body")
{
    auto const site = sample::site_of(sample::found());
    std::vector<Copy> const before{copied(site, html)};
    Copying copying{site, before};
    copying.add(html);
    copying.add(data);
    auto const copies = std::move(copying).take();
    CHECK(&copies[0].body.text() == &before[0].body.text());
    CHECK(copies[1].body.text() == "{}");
}

TEST_CASE("copying: crawlers, browsers and the lost find what they look for")
{
    auto const found = sample::found();
    Sites const sites{.as_of = found.now, .open = {sample::site_of(found)}};
    std::vector<Copy> const none;
    Copying copying{sites.open[0], none};
    copying.add_fixed(sites);
    std::vector<std::string> paths;
    for (auto const& copy : std::move(copying).take())
        paths.push_back(copy.path);
    CHECK(paths == std::vector<std::string>{"/robots.txt", "/favicon.svg", "/404.html"});
}
