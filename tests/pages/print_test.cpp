#include "pages/print.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;
using Which = Printer::Which;

namespace {

// A public site, and a private one beside it.
Sites two_sites(Found const& found = sample::found())
{
    auto open = sample::site_of(found);
    auto closed = open;
    closed.base_url += "/p/token";
    closed.is_private = true;
    return {.as_of = found.now, .default_host = "status.example.test", .all = {open, closed}};
}

Copy const* find(Snapshot const& snapshot, std::string_view path)
{
    auto const found = std::ranges::find(snapshot.copies, path, &Copy::path);
    return found == snapshot.copies.end() ? nullptr : &*found;
}

std::string header(Copy const& copy, std::string_view name)
{
    for (auto const& [key, value] : copy.headers)
        if (key == name)
            return value;
    return {};
}

}  // namespace

TEST_CASE("print: a site has its page in both languages, as JSON, and a page for each incident")
{
    auto const snapshot = Printer{}.print(two_sites(), Which::all);
    REQUIRE(snapshot);
    for (std::string const& path : std::vector<std::string>{
             "/", "/de/", "/de", "/status.json", sample::outage_path, "/de" + sample::outage_path,
             sample::outage_path + ".json", "/robots.txt", "/favicon.svg", "/404.html",
             "/feed.atom", "/api/v2/summary.json", "/p/token/", "/p/token/de/",
             "/p/token" + sample::outage_path, "/p/token/calendar.ics"}) {
        CAPTURE(path);
        CHECK(find(*snapshot, path) != nullptr);
    }
    CHECK(find(*snapshot, "/p/token/robots.txt") == nullptr);
}

TEST_CASE("print: nothing where nothing has changed")
{
    Printer printer;
    auto sites = two_sites();
    CHECK(printer.print(sites, Which::all));
    CHECK_FALSE(printer.print(sites, Which::all));
    for (auto& site : sites.all)
        site.page.as_of += 20s;  // within the minute
    CHECK_FALSE(printer.print(sites, Which::all));
    for (auto& site : sites.all)
        site.page.as_of += 40s;
    CHECK(printer.print(sites, Which::all));
}

TEST_CASE("print: everybody's pages come first, the others keep what they were")
{
    Printer printer;
    (void)printer.print(two_sites(), Which::all);
    auto found = sample::found();
    found.open[0].title = "Numbers are back";
    auto const first = printer.print(two_sites(found), Which::everybodys);
    REQUIRE(first);
    CHECK(find(*first, "/")->body.contains("Numbers are back"));
    CHECK_FALSE(find(*first, "/p/token/")->body.contains("Numbers are back"));
    auto const second = printer.print(two_sites(found), Which::all);
    REQUIRE(second);
    CHECK(find(*second, "/p/token/")->body.contains("Numbers are back"));
}

TEST_CASE("print: looking at a service again changes nothing before the minute is over")
{
    auto site = sample::site_of(sample::found());
    site.page.services[0].checked = status::Check{.at = sample::noon, .seen_from = "fra-1"};
    auto again = site;
    again.page.services[0].checked->at += 10s;
    again.page.services[0].silent_at = sample::noon + 1h;
    CHECK(content_of(site) == content_of(again));
    again.page.services[0].checked->seen_from = "nyc-2";
    CHECK(content_of(site) != content_of(again));
}

TEST_CASE("print: what is said of the past after all is seen")
{
    auto found = sample::found();
    found.latest = found.open;
    found.latest[0].resolved_at = sample::noon - 24h * 30;
    auto const before = content_of(sample::site_of(found));
    found.latest[0].changed_at = sample::noon;
    CHECK(content_of(sample::site_of(found)) != before);
}

TEST_CASE("print: a site that is gone takes its pages with it")
{
    Printer printer;
    auto sites = two_sites();
    (void)printer.print(sites, Which::all);
    sites.all.pop_back();
    auto const snapshot = printer.print(sites, Which::all);
    REQUIRE(snapshot);
    CHECK(find(*snapshot, "/p/token/") == nullptr);
}

TEST_CASE("print: caches may keep and show what is everybody's, and nothing that is private")
{
    auto const snapshot = Printer{}.print(two_sites(), Which::all);
    CHECK(
        header(*find(*snapshot, "/"), "cache-control") ==
        "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400");
    CHECK(header(*find(*snapshot, "/"), "content-security-policy").contains("'sha256-"));
    CHECK(header(*find(*snapshot, "/status.json"), "access-control-allow-origin") == "*");
    CHECK(header(*find(*snapshot, "/p/token/"), "cache-control") == "private, max-age=15");
    CHECK(header(*find(*snapshot, "/p/token/feed.atom"), "x-robots-tag") == "noindex");
    CHECK(find(*snapshot, "/")->is_public);
    CHECK_FALSE(find(*snapshot, "/p/token/feed.atom")->is_public);
}

TEST_CASE("print: a German brand's page is German, and the English one is beside it")
{
    auto sites = two_sites();
    for (auto& site : sites.all)
        site.brand.language = "de";
    auto const snapshot = Printer{}.print(sites, Which::all);
    REQUIRE(snapshot);
    auto const body = [&](std::string_view path) { return find(*snapshot, path)->body; };
    for (std::string const base : {"", "/p/token"}) {
        CHECK(body(base + "/") == body(base + "/de/"));
        CHECK(body(base + "/").contains("<html lang=\"de\""));
        CHECK(body(base + "/").contains("<a href=\"" + base + "/en/\" lang=\"en\""));
        CHECK(body(base + "/en/").contains("<html lang=\"en\""));
        CHECK(body(base + "/en") == body(base + "/en/"));
        CHECK(body(base + sample::outage_path).contains("href=\"" + base + "/en/\""));
    }
    CHECK(body("/404.html").contains("<html lang=\"de\""));
}

TEST_CASE("print: what was merged keeps its pages, which lead to what it is a part of")
{
    auto const snapshot = Printer{}.print(two_sites(sample::merged()), Which::all);
    REQUIRE(snapshot);
    auto const other = "/incidents/" + id_letters(8);
    for (std::string const& root : std::vector<std::string>{"", "/de", "/p/token", "/p/token/de"}) {
        CAPTURE(root);
        auto const* page = find(*snapshot, root + sample::outage_path);
        REQUIRE(page != nullptr);
        CHECK(page->body.contains("<a href=\"" + root + other + "\">Nothing works</a>"));
        CHECK(page->body.contains("See there."));
    }
    auto const document = parse_json(find(*snapshot, sample::outage_path + ".json")->body).value();
    CHECK(document.at("merged_into").at("title") == "Nothing works");
    CHECK_FALSE(find(*snapshot, "/")->body.contains("Numbers are missing"));
}

TEST_CASE("print: what was merged changes with the title of what it is a part of")
{
    auto found = sample::merged();
    auto const before = content_of(sample::site_of(found));
    found.latest[0].title = found.open[0].title = "Everything is slow";
    CHECK(content_of(sample::site_of(found)) != before);
}
