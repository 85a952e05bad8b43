#include "pages/portal/portal.hpp"

#include "pages/portal/portal_sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using sample::count;
using sample::shows;

namespace {

Portal adas()
{
    return {
        .visitor = sample::ada(),
        .page = sample::page_of(sample::found()),
        .own = Own{.standing = sample::march(), .critical_dates = {}, .page_link = {}}};
}

accounts::CriticalDate launch()
{
    return {
        .id = CriticalDateId{11},
        .title = "Launch <b>",
        .starts_at = sample::noon,
        .ends_at = sample::noon + std::chrono::hours{2}};
}

}  // namespace

TEST_CASE("portal: names stay text")
{
    auto portal = adas();
    portal.visitor.contact.name = "<script>x</script>";
    portal.visitor.account->name = "<script>y</script>";
    auto const html = render(portal);
    CHECK_FALSE(shows(html, "<script>"));
    CHECK(shows(html, "&lt;script&gt;y"));
}

TEST_CASE("portal: a standing names the services that its reader knows of, and no other")
{
    auto const page = sample::page_of(sample::found());
    auto const standing = known_of(sample::march(), page.services);
    REQUIRE(standing.services.size() == 1);
    CHECK(standing.services[0].name == "Statistics");
    CHECK(standing.shown == sample::march().shown);
}

TEST_CASE("portal: critical dates stand in the reader's zone, each with its own way out")
{
    auto portal = adas();
    CHECK(shows(render(portal), "You have not told us any yet."));
    portal.visitor.contact.zone = "Europe/Berlin";
    portal.own->critical_dates = {launch()};
    auto const html = render(portal);
    CHECK(shows(html, "Launch &lt;b&gt;"));
    CHECK(shows(html, "13:00 CET (12:00 UTC)</time> to"));
    CHECK(
        shows(html, "action=\"/portal/critical-dates/" + CriticalDateId{11}.text() + "/remove\""));
    CHECK_FALSE(shows(html, "You have not told us any yet."));
    CHECK(shows(
        html, "name=\"zone\" required spellcheck=\"false\" autocapitalize=\"off\" "
              "value=\"Europe/Berlin\""));
}

TEST_CASE("portal: what was wrong with a date is tied to its field, and what was typed is there")
{
    TypedDate typed{.title = "Launch", .starts_at = "2026-11-24T16:30", .zone = "Mars"};
    typed.wrong["zone"] = "No such zone.";
    auto const html = render(adas(), {.date = typed});
    CHECK(shows(html, "value=\"2026-11-24T16:30\""));
    CHECK(shows(
        html, "value=\"Mars\" aria-invalid=\"true\" autofocus aria-describedby=\"wrong-zone\""));
    CHECK(shows(html, "<p class=\"wrong\" id=\"wrong-zone\" role=\"alert\">No such zone.</p>"));
    CHECK(count(html, "role=\"alert\">") == 1);  // the switch's own is hidden
}

TEST_CASE("portal: a private address is shown where there is one, else a button that makes one")
{
    auto portal = adas();
    CHECK(shows(render(portal), "Make a private address"));
    CHECK(shows(render(portal, {.page_link = true}), "There are no more private addresses."));
    portal.own->page_link = link_at("https://status.example.test/p/token");
    auto const html = render(portal);
    CHECK(shows(html, "href=\"https://status.example.test/p/token/calendar.ics\""));
    CHECK(shows(html, "Replace it by another one"));
    CHECK_FALSE(shows(html, "Make a private address"));
}

TEST_CASE("portal: a prospect sees how it is, and nothing that only an account has")
{
    auto portal = adas();
    portal.visitor.account.reset();
    portal.own.reset();
    auto const html = render(portal);
    CHECK(shows(html, "Statistics"));
    for (std::string_view const id : {"id=\"standing\"", "id=\"dates\"", "id=\"own-page\""})
        CHECK_FALSE(shows(html, id));
    CHECK_FALSE(shows(html, "/portal/history"));
}

TEST_CASE("portal: speaks German, too")
{
    auto portal = adas();
    portal.visitor = sample::ada("de");
    auto const html = render(portal);
    for (std::string_view const text :
         {"Ihre Vereinbarung", "Nicht verletzt", "99,95 % im März 2026 bisher.",
          "Ihre kritischen Termine", "Private Adresse anlegen"})
        CHECK_MESSAGE(shows(html, text), std::string{text});
}

TEST_CASE("portal: as JSON it is the page, who reads, and what is his own")
{
    auto const document = document_of(adas()).as_object();
    CHECK(document.at("account").at("name") == "Ada & Co");
    CHECK(std::string{document.at("contact").at("id").as_string()} == ContactId{3}.text());
    CHECK(document.at("own").at("standing") == to_json(sample::march()));
    CHECK(document.at("own").at("page_link").is_null());
    CHECK(document.at("services").as_array().size() == 3);
}
