#include "pages/render.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;
using words::Language;

namespace {

std::string rendered(
    Found const& found, Language language = Language::en, std::string const& brand = "Pixel & Co")
{
    return render(sample::page_of(found, brand), language);
}

bool shows(std::string const& html, std::string_view text)
{
    return html.find(text) != std::string::npos;
}

std::size_t count(std::string const& html, std::string_view text)
{
    std::size_t times = 0;
    for (auto at = html.find(text); at != std::string::npos; at = html.find(text, at + 1))
        ++times;
    return times;
}

}  // namespace

TEST_CASE("render: four labelled blocks stand in their order, then the services")
{
    auto const html = rendered(sample::found());
    std::size_t last = 0;
    for (std::string_view const label :
         {">Now</h2>", ">Known issues</h2>", ">Planned</h2>", ">Past</h2>", ">Services</h2>"}) {
        CAPTURE(label);
        auto const at = html.find(label);
        REQUIRE(at != std::string::npos);
        CHECK(at > last);
        last = at;
    }
}

TEST_CASE("render: one h1 says how things are")
{
    auto const html = rendered(sample::found());
    CHECK(count(html, "<h1") == 1);
    CHECK(shows(html, "<h1>There is an outage of Statistics. Everything else works.</h1>"));
}

TEST_CASE("render: the next word's time stands in a time element, in UTC")
{
    auto const html = rendered(sample::found());
    CHECK(shows(html, "Next word by <time datetime=\"2026-03-04T13:00:00Z\">13:00 UTC</time>."));
    CHECK_FALSE(shows(html, "overdue by"));
}

TEST_CASE("render: an overdue update says so in words, by how much, and what was promised")
{
    auto found = sample::found();
    found.now = sample::noon + 72min;
    found.open[0].overdue = true;
    found.open[0].overdue_since = sample::noon + 1h;
    auto const html = rendered(found);
    CHECK(shows(html, "<strong>Update overdue by 12 min</strong>"));
    CHECK(shows(
        html, "The next word was promised for <time datetime=\"2026-03-04T13:00:00Z\">13:00 "
              "UTC</time>."));
    CHECK_FALSE(shows(html, "Next word by"));
}

TEST_CASE("render: what people wrote stays text")
{
    constexpr std::string_view naughty = "<script>alert(1)</script>\"'&{{words}}{{{style}}}";
    auto found = sample::found();
    for (auto& service : found.services)
        service.name = service.description = naughty;
    found.open[0].title = naughty;
    found.open[0].updates[0].text = naughty;
    found.latest = found.open;
    found.latest[0].resolved_at = sample::noon;
    found.windows = {sample::work()};
    found.windows[0].title = found.windows[0].text = naughty;
    auto const harmless = rendered(sample::found());
    auto const html = rendered(found, Language::en, std::string{naughty});
    CHECK(shows(html, "&lt;script&gt;alert(1)"));
    CHECK(count(html, "<script") == 1);  // the page's own
    CHECK(count(harmless, "<script") == 1);
    CHECK(count(html, "<style") == 1);
    CHECK(shows(html, "{{words}}{{{style}}}"));
}

TEST_CASE("render: each service has a word beside its sign and colour")
{
    auto const html = rendered(sample::found());
    CHECK(count(html, "</svg>Works</span>") == 2);
    CHECK(count(html, "</svg>Down</span>") == 1);
}

TEST_CASE("render: nothing to say is said")
{
    auto found = sample::found();
    found.open.clear();
    found.services[1].state = status::ServiceState::operational;
    auto const html = rendered(found);
    CHECK(shows(html, "<h1>Everything works.</h1>"));
    CHECK(shows(html, "Nothing is wrong at the moment."));
    CHECK(shows(html, "No known issues."));
    CHECK(shows(html, "Nothing is planned."));
    CHECK(shows(html, "Nothing happened in the last 14 days."));
}

TEST_CASE("render: what is planned says from when to when, and stands in its own block")
{
    auto found = sample::found();
    found.windows = {sample::work()};
    auto const html = rendered(found);
    auto const at = html.find("New disks");
    REQUIRE(at != std::string::npos);
    CHECK(at > html.find(">Planned</h2>"));
    CHECK(at < html.find(">Past</h2>"));
    CHECK(shows(html, "Planned maintenance: <bdi>Uploads</bdi>"));
    CHECK(shows(
        html, "<time datetime=\"2026-03-04T22:00:00Z\">22:00 UTC</time> to "
              "<time datetime=\"2026-03-04T23:30:00Z\">23:30 UTC</time>"));
    CHECK_FALSE(shows(html, "Nothing is planned."));
}

TEST_CASE("render: a window that runs is now, even where nothing else is")
{
    auto found = sample::found();
    found.open.clear();
    found.windows = {sample::work(status::WindowState::started)};
    auto const html = rendered(found, Language::de);
    auto const at = html.find("Wartung läuft: <bdi>Uploads</bdi>");
    REQUIRE(at != std::string::npos);
    CHECK(at < html.find(">Bekannte Fehler</h2>"));
    CHECK_FALSE(shows(html, "Im Moment gibt es keine Störung."));
    CHECK(shows(html, "Nichts ist geplant."));
}

TEST_CASE("render: a cancelled window says so, and its times are struck out")
{
    auto found = sample::found();
    found.windows = {sample::work(status::WindowState::cancelled)};
    found.windows[0].closed_at = found.now;
    auto const html = rendered(found);
    CHECK(shows(html, "#i-cancelled"));
    CHECK(shows(html, "Maintenance cancelled: <bdi>Uploads</bdi>"));
    CHECK(shows(html, "<s><time datetime=\"2026-03-04T22:00:00Z\">"));
}

TEST_CASE("render: the German page says the same and links to the English one")
{
    auto const html = rendered(sample::found(), Language::de);
    CHECK(shows(html, "<html lang=\"de\""));
    CHECK(shows(html, "<h1>Bei Statistics gibt es einen Ausfall. Alles andere funktioniert.</h1>"));
    CHECK(shows(html, "<a href=\"/\" lang=\"en\" hreflang=\"en\">English</a>"));
}

TEST_CASE("render: nothing is loaded from anywhere else")
{
    auto const html = rendered(sample::found());
    CHECK_FALSE(shows(html, "src="));
    CHECK_FALSE(shows(html, "url("));
    CHECK_FALSE(shows(html, "@import"));
    CHECK_FALSE(shows(html, "href=\"http"));
}
