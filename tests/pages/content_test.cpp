#include "pages/content.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

TEST_CASE("content_of: looking at a service again changes nothing before the minute is over")
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

TEST_CASE("content_of: what is said of the past after all is seen")
{
    auto found = sample::found();
    found.latest = found.open;
    found.latest[0].resolved_at = sample::noon - 24h * 30;
    auto const before = content_of(sample::site_of(found));
    found.latest[0].changed_at = sample::noon;
    CHECK(content_of(sample::site_of(found)) != before);
}

TEST_CASE("content_of: what was merged changes with the title of what it is a part of")
{
    auto found = sample::merged();
    auto const before = content_of(sample::site_of(found));
    found.latest[0].title = found.open[0].title = "Everything is slow";
    CHECK(content_of(sample::site_of(found)) != before);
}
