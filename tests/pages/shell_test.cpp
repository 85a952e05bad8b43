#include "pages/shell.hpp"

#include "kernel/digest.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

bool shows(std::string const& html, std::string_view text)
{
    return html.find(text) != std::string::npos;
}

std::string between(std::string const& html, std::string_view from, std::string_view to)
{
    auto const begin = html.find(from) + from.size();
    return html.substr(begin, html.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("in_shell: a public page runs exactly the script that its policy names")
{
    auto const html = in_shell(
        {.brand = {.name = "Pixel"}, .title = "Pixel", .path = "/", .made = support::test_start});
    auto const script = between(html, "<script>", "</script>");
    CHECK(shows(public_policy(), "'sha256-" + to_base64(sha256(script)) + "'"));
    CHECK(script.size() <= 2560);
    CHECK(shows(html, "data-made=\"2026-03-04T10:00:00Z\""));
}

TEST_CASE(
    "in_shell: a German page offers the German feeds and calendar, with a private one's token")
{
    auto const html = in_shell(
        {.language = words::Language::de,
         .brand = {.name = "Pixel"},
         .title = "Pixel",
         .base = "/p/abc",
         .path = "/"});
    for (auto const* const name : {"feed.atom", "feed.rss", "calendar.ics"}) {
        CAPTURE(name);
        CHECK(shows(html, fmt::format("href=\"/p/abc/de/{}\"", name)));
        CHECK_FALSE(shows(html, fmt::format("href=\"/p/abc/{}\"", name)));
    }
}

TEST_CASE("in_shell: a page of one person has no script and is in no search engine")
{
    auto const html = in_shell({.brand = {.name = "Pixel"}, .title = "Pixel", .signed_in = true});
    CHECK_FALSE(shows(html, "<script"));
    CHECK(shows(html, "name=\"robots\" content=\"noindex\""));
    CHECK(shows(html, "action=\"/portal/sign-out\""));
}

TEST_CASE("in_shell: carries the brand and no other name")
{
    auto const html = in_shell(
        {.brand = {.name = "Pixel"}, .title = "Pixel", .path = "/", .made = support::test_start});
    CHECK(shows(html, "dir=\"auto\"><span>Pixel</span></a>"));
    CHECK_FALSE(shows(html, "ellfirst"));
}

TEST_CASE("in_shell: the brand's colour and logo are its own, and what is read on them is readable")
{
    auto const html = in_shell(
        {.brand =
             {.name = "Pixel",
              .logo = "/logo/pixel.png",
              .accent = "#ffcc00",
              .accent_text = "#000000"},
         .title = "Pixel",
         .path = "/"});
    CHECK(shows(html, ":root{--accent:#ffcc00;--on-accent:#000000}"));
    CHECK(shows(html, "<img src=\"/logo/pixel.png\" alt=\"\" height=\"28\">"));
}

TEST_CASE("in_shell: a page that many see says where its feeds, calendar and figures are")
{
    auto const html = in_shell(
        {.language = words::Language::de,
         .brand = {.name = "Pixel", .url = "https://a.test"},
         .title = "Pixel",
         .base = "/p/token",
         .path = "/incidents/abc"});
    CHECK(shows(html, "<a href=\"/p/token/de/feed.atom\">Atom</a>"));
    CHECK(shows(html, "<a href=\"/p/token/de/calendar.ics\">Kalender</a>"));
    CHECK(shows(html, "<a href=\"/p/token/incidents/abc.json\">JSON</a>"));
    CHECK(shows(html, "hreflang=\"en\" href=\"/p/token/incidents/abc\""));
    CHECK(shows(html, "\"canonical\" href=\"https://a.test/p/token/de/incidents/abc\""));
}

TEST_CASE("contact_view: nothing said is nothing shown")
{
    CHECK(contact_view({}).is_null());
    CHECK(contact_view({.url = "https://a.test/help"}).at("url_host") == "a.test/help");
}

TEST_CASE("home_of: the page for those who ask for no language is the brand's own")
{
    using words::Language;
    CHECK(home_of({.language = "en"}, Language::en) == "/");
    CHECK(home_of({.language = "fr"}, Language::en) == "/");
    CHECK(home_of({.language = "en"}, Language::de) == "/de/");
    CHECK(home_of({.language = "de-AT"}, Language::en) == "/en/");
    CHECK(home_of({.language = "de-AT"}, Language::de) == "/de/");
}

TEST_CASE("in_shell: also from a mirror one comes to where subscriptions are taken")
{
    for (auto const* const base : {"", "/p/abc"}) {
        auto const html = in_shell(
            {.brand = {.name = "Pixel", .url = "https://status.pixel.test"},
             .title = "Pixel",
             .base = base,
             .path = "/"});
        CHECK(shows(html, "<a href=\"https://status.pixel.test/subscribe\">"));
        CHECK(shows(html, "<a href=\"https://status.pixel.test/portal\">"));
    }
}

TEST_CASE("in_shell: without an address of the house nothing leads where nobody answers")
{
    auto const html = in_shell({.brand = {.name = "Pixel"}, .title = "Pixel", .path = "/"});
    CHECK_FALSE(shows(html, "subscribe"));
    CHECK_FALSE(shows(html, "/portal"));
}
