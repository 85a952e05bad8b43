#include "pages/render.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;
using words::Language;

using sample::count;
using sample::shows;

namespace {

std::string rendered(
    Found const& found, Language language = Language::en, std::string const& brand = "Pixel & Co")
{
    return render_home(sample::site_of(found, brand), language);
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
    found.issues = {
        {.title = std::string{naughty},
         .services = {ServiceId{3}},
         .text = std::string{naughty},
         .workaround = status::Workaround{.text = std::string{naughty}, .url = {}}}};
    found.series = {
        {.title = std::string{naughty}, .services = {ServiceId{3}}, .text = std::string{naughty}}};
    found.series[0].occurrences = {
        {.starts_at = sample::noon, .ends_at = sample::noon + 1h, .declare_by = {}, .window = {}}};
    found.open[0].workaround = found.issues[0].workaround;
    found.open[0].services[0].symptom = naughty;
    found.services[0].checked =
        status::Check{.at = sample::noon, .seen_from = std::string{naughty}};
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
    CHECK(count(html, "</svg><span>Works</span></span>") == 2);
    CHECK(count(html, "</svg><span>Down</span></span>") == 1);
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

TEST_CASE("render: says first whether data is safe, or that this is not known yet")
{
    auto found = sample::found();
    auto const place_of = [](std::string const& html, std::string_view text) {
        auto const at = html.find(text);
        REQUIRE(at != std::string::npos);
        return at;
    };
    auto html = rendered(found);
    CHECK(place_of(html, "<span>Not yet known.</span>") < place_of(html, "We are looking."));
    found.open[0].data_safety = status::DataSafety::safe;
    html = rendered(found);
    CHECK(
        place_of(html, "<span>Yes, your data is safe.</span>") < place_of(html, "We are looking."));
}

TEST_CASE("render: what to try when it still fails is said where nothing is wrong, with a contact")
{
    auto found = sample::found();
    found.open.clear();
    auto site = sample::site_of(found);
    site.brand.contact = {.email = Email::parse("help@example.test"), .phone = "+49 (30) 12"};
    auto const html = render_home(site, Language::en);
    CHECK(shows(html, "<summary>It still fails for you?</summary>"));
    CHECK(count(html, "<a href=\"mailto:help@example.test\">help@example.test</a>") == 2);
    CHECK(shows(html, "<a href=\"tel:+493012\">+49 (30) 12</a>"));
}

TEST_CASE("render: an incident has a page with every word, the newest first")
{
    auto found = sample::found();
    found.open[0].updates.insert(
        found.open[0].updates.begin(), {.state = status::IncidentState::identified,
                                        .text = "A disk is *full*.",
                                        .at = sample::noon});
    auto const site = sample::site_of(found);
    auto const html = render_page(site, site.page.incidents[0], Language::en);
    CHECK(count(html, "<h1") == 1);
    CHECK(shows(html, "<p>A disk is <em>full</em>.</p>"));
    CHECK(html.find("A disk is") < html.find("We are looking."));
    CHECK(shows(html, "action=\"" + sample::outage_path + "/see-it-too\""));
    CHECK(shows(html, "data-made="));
}

TEST_CASE("render: the page of what is over does not grow old and asks for no voices")
{
    auto found = sample::found();
    found.latest = found.open;
    found.open.clear();
    found.latest[0].resolved_at = sample::noon;
    auto const site = sample::site_of(found);
    auto const html = render_page(site, site.page.past[0], Language::de);
    CHECK_FALSE(shows(html, "data-made="));
    CHECK_FALSE(shows(html, "see-it-too"));
    CHECK(shows(html, "href=\"/de/\">Statusseite</a>"));
}

TEST_CASE("render: a window has a page, and so has a known issue")
{
    auto found = sample::found();
    found.windows = {sample::work()};
    found.windows[0].words = {{.text = "Uploads wait meanwhile.", .at = sample::noon}};
    found.issues = {
        {.id = IssueId{9},
         .title = "Old photos are turned",
         .services = {ServiceId{3}},
         .text = "They lie on their side."}};
    auto const site = sample::site_of(found);
    auto const window = render_page(site, site.page.windows[0], Language::en);
    CHECK(shows(window, "<b>Planned maintenance</b>"));
    CHECK(shows(window, "<p>Uploads wait meanwhile.</p>"));
    auto const issue = render_page(site, site.page.issues[0], Language::en);
    CHECK(shows(issue, "There is no date for the fix yet."));
    CHECK(shows(issue, "<button class=\"small\">Affects me too</button>"));
}

TEST_CASE("render: all links of a private page stay on it, and it is in no search engine")
{
    auto site = sample::site_of(sample::found());
    site.base_url += "/p/token";
    site.is_private = true;
    auto const html = render_home(site, Language::de);
    CHECK(shows(html, "<meta name=\"robots\" content=\"noindex\">"));
    CHECK(shows(html, "href=\"/p/token/de" + sample::outage_path + "\""));
    CHECK(shows(html, "action=\"/p/token/de" + sample::outage_path + "/see-it-too\""));
    CHECK(shows(html, "<a href=\"/p/token/\" lang=\"en\" hreflang=\"en\">English</a>"));
    CHECK(shows(html, "Wer diese Adresse kennt, sieht diese Seite."));
}

TEST_CASE("render: an address that leads nowhere says so in both languages and in one name")
{
    auto const html = render_lost({.name = "Pixel & Co"});
    CHECK(shows(html, "<h1>This page does not exist</h1>"));
    CHECK(shows(html, "<h2>Diese Seite gibt es nicht</h2>"));
    CHECK(shows(html, "Pixel &amp; Co"));
    CHECK_FALSE(shows(html, "ellfirst"));
}

TEST_CASE("render: nothing is loaded from anywhere else")
{
    auto const html = rendered(sample::found());
    CHECK_FALSE(shows(html, "src="));
    CHECK_FALSE(shows(html, "url("));
    CHECK_FALSE(shows(html, "@import"));
    CHECK(
        count(html, "href=\"http") ==
        count(html, "href=\"https://status.example.test/"));  // its own
    CHECK(shows(html, "<link rel=\"canonical\" href=\"https://status.example.test/\">"));
}
