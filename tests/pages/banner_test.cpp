#include "pages/banner.hpp"

#include "pages/sample_site.hpp"
#include "pages/templates.hpp"
#include "support/naughty.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;

namespace {

JsonArray banners_of(Site const& site)
{
    auto const read = parse_json(banner_json(site));
    REQUIRE(read.has_value());
    return read->at("banners").as_array();
}

std::vector<std::string> titles_of(Site const& site)
{
    std::vector<std::string> titles;
    for (auto const& banner : banners_of(site))
        titles.emplace_back(banner.at("title").as_string());
    return titles;
}

}  // namespace

TEST_CASE("banner: trouble is told in both languages, its moments left to the reader's zone")
{
    auto const banner = banners_of(site()).at(0);
    CHECK(banner.at("kind") == "incident");
    CHECK(banner.at("tone") == "bad");
    CHECK(banner.at("title") == "Numbers are missing");
    CHECK(
        write_json(banner.at("en")) ==
        R"({"state":"Down","sentences":["When it will work is not known yet.",)"
        R"("Next word by {2026-11-21T13:00:00Z}."],)"
        R"("url":"https://status.example.test/incidents/aaaaaaaaaaah"})");
    CHECK(banner.at("de").at("state") == "Ausgefallen");
    CHECK(banner.at("de").at("url") == "https://status.example.test/de/incidents/aaaaaaaaaaah");
}

TEST_CASE("banner: says who speaks and where there is more")
{
    auto const read = parse_json(banner_json(site()));
    CHECK(read->at("brand") == "Pixel & Co");
    CHECK(read->at("page") == "https://status.example.test/");
}

TEST_CASE("banner: work is shown a day before it starts and while it runs, not after")
{
    auto quiet = site();
    quiet.page.incidents.clear();
    CHECK(titles_of(quiet) == std::vector<std::string>{"New disks"});
    quiet.page.windows[0].starts_at = noon + work_shown_before + 1us;
    CHECK(titles_of(quiet).empty());
    quiet.page.windows[0] = work(status::WindowState::started);
    CHECK(titles_of(quiet) == std::vector<std::string>{"New disks"});
    for (auto const over : {status::WindowState::finished, status::WindowState::cancelled}) {
        quiet.page.windows[0].state = over;
        CHECK(titles_of(quiet).empty());
    }
}

TEST_CASE("banner: nothing is shown where nothing is wrong")
{
    auto quiet = site();
    quiet.page.incidents.clear();
    quiet.page.windows.clear();
    CHECK(banners_of(quiet).empty());
}

TEST_CASE("banner: a watched fix that works again says so, and not that it is down")
{
    auto mended = site();
    mended.page.incidents[0].state = status::IncidentState::monitoring;
    mended.page.incidents[0].services[0].state = status::ServiceState::operational;
    CHECK(banners_of(mended).at(0).at("en").at("state") == "Watching the fix");
}

TEST_CASE("banner: there are no more than a page has room for")
{
    auto many = site();
    many.page.incidents.assign(most_banners + 1, outage());
    CHECK(banners_of(many).size() == most_banners);
}

TEST_CASE("banner: the same is the same bytes, whenever it is looked at")
{
    auto later = site();
    later.page.as_of += 10min;
    CHECK(banner_json(later) == banner_json(site()));
}

TEST_CASE("banner: every naughty text is read back as it was")
{
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        for (auto const& title : titles_of(saying(text)))
            CHECK(title == text);
    }
}

TEST_CASE("banner: its script is at most 3 kB and writes no markup")
{
    CHECK(templates::banner_js.size() <= 3000);
    for (auto const script : {templates::banner_js, templates::subscribe_js}) {
        CHECK_FALSE(script.contains("innerHTML"));
        CHECK_FALSE(script.contains("eval"));
    }
}
