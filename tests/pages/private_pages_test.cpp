#include "pages/private_pages.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view host = "status.example.test";

std::shared_ptr<Sites const> sites_of(Found found = sample::found())
{
    auto open = sample::site_of(found);
    auto brand = open.brand;
    brand.url = open.base_url;
    return std::make_shared<Sites const>(Sites{
        .as_of = found.now,
        .default_host = std::string{host},
        .open = {std::move(open)},
        .found = std::move(found),
        .closed = {{.brand = std::move(brand), .base_path = "/p/token"}}});
}

std::string header_lines(http::HotPage const& page)
{
    return page.identity.head;
}

}  // namespace

TEST_CASE("PrivatePages: before the first look nothing can be said, which is no 404")
{
    PrivatePages pages;
    auto const page = pages.make(host, "/p/token/");
    REQUIRE(page.has_error());
    CHECK(page.error().code == "pages.not_ready");
    CHECK(page.error().kind == Refusal::unavailable);
}

TEST_CASE("PrivatePages: who knows the address gets page, feed, calendar and dialect")
{
    PrivatePages pages;
    pages.renew(sites_of());
    for (std::string_view const path :
         {"/p/token/", "/p/token", "/p/token/de/", "/p/token/status.json", "/p/token/feed.atom",
          "/p/token/calendar.ics", "/p/token/badge.svg", "/p/token/api/v2/summary.json"}) {
        CAPTURE(path);
        auto const page = pages.make(host, path);
        REQUIRE(page);
        REQUIRE(*page);
        CHECK((*page)->status == 200);
        CHECK(header_lines(**page).contains("cache-control: private, max-age=15"));
        CHECK(header_lines(**page).contains("x-robots-tag: noindex"));
    }
}

TEST_CASE("PrivatePages: another token, or the host of somebody else, leads nowhere")
{
    auto sites = *sites_of();
    sites.open.push_back(sites.open[0]);
    sites.open[1].base_url = "https://status.partner.test";
    PrivatePages pages;
    pages.renew(std::make_shared<Sites const>(std::move(sites)));
    CHECK(pages.make(host, "/p/token/").value() != nullptr);
    CHECK(pages.make("elsewhere.test", "/p/token/").value() != nullptr);  // the default host
    CHECK(pages.make("status.partner.test", "/p/token/").value() == nullptr);
    for (std::string_view const path :
         {"/p/other/", "/p/other", "/p/", "/p/token/nothing", "/p/tokens/", "/p//"}) {
        CAPTURE(path);
        CHECK(pages.make(host, path).value() == nullptr);
    }
}

TEST_CASE("PrivatePages: a page is made once, and again when it says something else")
{
    PrivatePages pages;
    pages.renew(sites_of());
    auto const first = pages.make(host, "/p/token/").value();
    CHECK(pages.make(host, "/p/token/").value() == first);
    pages.renew(sites_of());
    CHECK(pages.make(host, "/p/token/").value() == first);
    auto found = sample::found();
    found.open[0].title = "Numbers are back";
    pages.renew(sites_of(std::move(found)));
    auto const second = pages.make(host, "/p/token/").value();
    CHECK(second != first);
    CHECK(second->identity.body.contains("Numbers are back"));
}

TEST_CASE("PrivatePages: of many sites those are kept that were asked for of late")
{
    auto sites = *sites_of();
    for (int n = 0; n < 100; ++n) {
        sites.closed.push_back(sites.closed[0]);
        sites.closed.back().base_path = fmt::format("/p/n{}", n);
    }
    PrivatePages pages;
    pages.renew(std::make_shared<Sites const>(std::move(sites)));
    auto const first = pages.make(host, "/p/token/").value();
    for (int n = 0; n < 100; ++n)
        CHECK(pages.make(host, fmt::format("/p/n{}/badge.svg", n)).value() != nullptr);
    auto const again = pages.make(host, "/p/token/").value();
    CHECK(again != first);
    CHECK(again->tag == first->tag);
}

TEST_CASE("PrivatePages: what was seen three minutes ago is not told as if it were so still")
{
    PrivatePages pages;
    pages.age(sample::noon);
    pages.renew(sites_of());
    auto const says_works = [&] {
        auto const page = pages.make(host, "/p/token/status.json").value();
        REQUIRE(page);
        return page->identity.body.contains("\"state\":\"operational\"");
    };
    pages.age(sample::noon + 2min);
    CHECK(says_works());
    pages.age(sample::noon + 3min);
    CHECK_FALSE(says_works());
    pages.age(sample::noon + 4min);
    CHECK_FALSE(says_works());
    pages.renew(sites_of());
    CHECK(says_works());
}
