#include "pages/print_at.hpp"

#include "pages/print_feeds.hpp"
#include "pages/print_pages.hpp"
#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("print_at: each output is the same as where all are printed")
{
    auto const site = sample::site_of(sample::found());
    std::vector<Output> outputs{print_status(site)};
    auto const add = [&](std::vector<Output> more) {
        std::ranges::move(more, std::back_inserter(outputs));
    };
    add(print_home(site, words::Language::en));
    add(print_home(site, words::Language::de));
    add(print_feeds(site));
    add(print_service_feeds(site));
    for_each_item(site.page, [&](auto const& item) { add(print_item(site, item)); });
    for (auto const& output : outputs) {
        CAPTURE(output.path);
        CHECK(print_at(site, output.path) == output);
    }
}

TEST_CASE("print_at: pledges and the dialect of others are found, too")
{
    auto const site = sample::site_of(sample::found());
    for (std::string_view const path :
         {"/how-we-tell-you", "/de/how-we-tell-you", "/api/v2/summary.json",
          "/api/v2/status.json"}) {
        CAPTURE(path);
        CHECK(print_at(site, path));
    }
}

TEST_CASE("print_at: an address that leads nowhere has nothing")
{
    auto const site = sample::site_of(sample::found());
    for (std::string_view const path :
         {"", "/nothing", "/services/", "/services", "/services/x/feed.atom", "/api/v2/x.json",
          "/incidents/aaaaaaaaaaaa", "/incidents/", "/de/how-we-tell-you/x", "//", "/robots.txt"}) {
        CAPTURE(path);
        CHECK_FALSE(print_at(site, path));
    }
}
