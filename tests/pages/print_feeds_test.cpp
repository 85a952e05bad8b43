#include "pages/print_feeds.hpp"

#include "pages/sample_site.hpp"
#include "support/naughty.hpp"
#include "wire/feed/parsed_xml.hpp"
#include "wire/ical/unfolded.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;

namespace {

std::vector<Output> all_feeds(Site const& site)
{
    auto outputs = print_feeds(site);
    std::ranges::move(print_service_feeds(site), std::back_inserter(outputs));
    return outputs;
}

Output at(Site const& site, std::string const& path)
{
    for (auto const& output : all_feeds(site))
        if (output.path == path)
            return output;
    FAIL("nothing at ", path);
    return {};
}

std::string path_of(ServiceId service)
{
    return "/services/" + id_letters(service.value());
}

std::vector<std::string> titles(Site const& site, std::string const& part)
{
    auto const parsed = feed::parse_xml(at(site, part + "/feed.atom").body);
    REQUIRE(parsed.well_formed);
    return parsed.all("entry/title");
}

bool is_xml(Output const& output)
{
    return output.path.ends_with(".atom") || output.path.ends_with(".rss") ||
           output.path.ends_with(".svg");
}

}  // namespace

TEST_CASE("feeds: a site has them in both languages, and each service has its own")
{
    std::vector<std::string> paths;
    for (auto const& output : all_feeds(site()))
        paths.push_back(output.path);
    std::vector<std::string> expected{
        "/feed.atom",       "/feed.rss",  "/calendar.ics", "/de/feed.atom", "/de/feed.rss",
        "/de/calendar.ics", "/badge.svg", "/banner.json",  "/banner.js",    "/subscribe.js"};
    for (auto const service : {uploads, reports, statistics})
        for (auto const* const name : {"/feed.atom", "/feed.rss", "/calendar.ics", "/badge.svg"})
            expected.push_back(path_of(service) + name);
    CHECK(paths == expected);
}

TEST_CASE("feeds: any page may read them, and the banner's news are asked for anew each time")
{
    for (auto const& output : all_feeds(site())) {
        CAPTURE(output.path);
        CHECK(output.headers.at(0).first == "access-control-allow-origin");
        CHECK(output.headers.at(0).second == "*");
    }
    auto const news = at(site(), "/banner.json");
    CHECK(news.headers.at(1) == std::pair<std::string, std::string>{"cache-control", "no-cache"});
}

TEST_CASE("feeds: a service's tells what touches it, a group's what touches its members")
{
    CHECK(
        titles(site(), path_of(uploads)) ==
        std::vector<std::string>{
            "Planned maintenance: New disks", "Known issue: Old photos are turned"});
    std::vector<std::string> const outages{"Looking for the cause: Numbers are missing"};
    CHECK(titles(site(), path_of(statistics)) == outages);
    CHECK(titles(site(), path_of(reports)) == outages);
    auto const calendar = at(site(), path_of(statistics) + "/calendar.ics").body;
    CHECK(
        ical::texts(calendar, "SUMMARY") ==
        std::vector<std::string>{"Reserved for maintenance: Database"});
}

TEST_CASE("feeds: those in German lead to German pages, and to themselves")
{
    auto const atom = at(site(), "/de/feed.atom").body;
    CHECK(atom.contains("\"https://status.example.test/de/feed.atom\""));
    CHECK(atom.contains("\"https://status.example.test/de/\""));
    CHECK_FALSE(atom.contains("https://status.example.test/incidents/"));
    auto const calendar = at(site(), "/de/calendar.ics").body;
    for (auto const& url : ical::texts(calendar, "URL"))
        CHECK(url.starts_with("https://status.example.test/de/"));
}

TEST_CASE("feeds: are dated by the newest change, and an empty one by its newest service")
{
    auto const updated = [](Site const& made) {
        return feed::parse_xml(at(made, "/feed.atom").body).all("feed/updated").at(0);
    };
    CHECK(updated(site()) == "2026-11-21T11:30:00Z");
    auto empty = site();
    empty.page.latest.clear();
    empty.page.incidents.clear();
    empty.page.latest_windows.clear();
    empty.page.windows.clear();
    empty.page.issues.clear();
    CHECK(updated(empty) == to_rfc3339(noon - 1000h));
}

TEST_CASE("feeds: a private page's is another feed than everybody's, with the same entries")
{
    auto hidden = site();
    hidden.base_url += "/p/abc";
    auto const ids = [](Site const& made, std::string_view name) {
        return feed::parse_xml(at(made, "/feed.atom").body).all(name);
    };
    CHECK(ids(hidden, "feed/id") != ids(site(), "feed/id"));
    CHECK(ids(hidden, "entry/id") == ids(site(), "entry/id"));
}

TEST_CASE("feeds: the same is the same bytes, whenever it is printed")
{
    auto later = site();
    later.page.as_of += 10min;
    CHECK(all_feeds(later) == all_feeds(site()));
}

TEST_CASE("feeds: name the brand and nobody else")
{
    for (auto const& output : all_feeds(site())) {
        CAPTURE(output.path);
        CHECK_FALSE(output.body.contains("ellfirst"));
    }
    CHECK(
        ical::texts(at(site(), "/calendar.ics").body, "PRODID").at(0) ==
        "-//Pixel & Co//Status//EN");
}

TEST_CASE("feeds: badges name the service and the brand")
{
    auto const title = [](std::string const& path) {
        return feed::parse_xml(at(site(), path).body).all("svg/title").at(0);
    };
    CHECK(title("/badge.svg") == "Pixel & Co: Down");
    CHECK(title(path_of(uploads) + "/badge.svg") == "Uploads: Works");
}

TEST_CASE("feeds: whatever somebody writes, there is not one element or line more")
{
    auto const plain = all_feeds(saying("x"));
    for (auto const& text : support::naughty_texts()) {
        if (text.empty())
            continue;  // an empty title is no naughty one: a line of the calendar is left out
        CAPTURE(text);
        auto const printed = all_feeds(saying(text));
        REQUIRE(printed.size() == plain.size());
        for (std::size_t i = 0; i < plain.size(); ++i) {
            CAPTURE(plain[i].path);
            if (is_xml(plain[i])) {
                auto const parsed = feed::parse_xml(printed[i].body);
                CHECK(parsed.well_formed);
                CHECK(parsed.texts.size() == feed::parse_xml(plain[i].body).texts.size());
            } else if (plain[i].path.ends_with(".ics"))
                CHECK(
                    ical::unfolded(printed[i].body).size() == ical::unfolded(plain[i].body).size());
        }
    }
}

TEST_CASE("feeds: one service's are printed by themselves, too")
{
    auto const feeds = print_service_feeds(site(), id_letters(uploads.value()));
    CHECK(feeds.size() == 4);
    for (auto const& feed : feeds)
        CHECK(feed == at(site(), feed.path));
    CHECK(print_service_feeds(site(), "nobody").empty());
}
