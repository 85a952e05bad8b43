#include "pages/feed_entries.hpp"

#include "pages/sample_site.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;
using words::Language;

TEST_CASE("feed entry: an incident tells its services, its outlook and every word")
{
    auto const entry = entry_of(outage(), site(), Language::en);
    CHECK(entry.title == "Looking for the cause: Numbers are missing");
    CHECK(entry.link == "https://status.example.test/incidents/aaaaaaaaaaah");
    CHECK(
        entry.html ==
        "<p>Statistics: Down</p>"
        "<p>When it will work is not known yet. Next word by Sat 21 Nov 2026, 13:00 UTC.</p>"
        "<p>Is my data safe? Not yet known.</p>"
        "<p><strong>Looking for the cause</strong> · Sat 21 Nov 2026, 11:30 UTC</p>"
        "<p>Still looking.</p>"
        "<p><strong>Looking for the cause</strong> · Sat 21 Nov 2026, 11:00 UTC</p>"
        "<p>We are looking.</p>");
    CHECK(entry.published == noon - 1h);
    CHECK(entry.updated == noon - 30min);
}

TEST_CASE("feed entry: leads to the page in the reader's language")
{
    std::string const german = "https://status.example.test/de";
    CHECK(entry_of(outage(), site(), Language::de).link == german + "/incidents/aaaaaaaaaaah");
    CHECK(entry_of(work(), site(), Language::de).link == german + "/windows/aaaaaaaaaacg");
    CHECK(entry_of(issue(), site(), Language::de).link == german + "/issues/aaaaaaaaaac2");
}

TEST_CASE("feed entry: what became of the data is said first once it is known")
{
    auto incident = outage();
    incident.data_safety = status::DataSafety::safe;
    CHECK(entry_of(incident, site(), Language::en)
              .html.starts_with("<p>Is my data safe? Yes, your data is safe.</p>"));
    incident.data_safety = status::DataSafety::not_yet_known;
    incident.resolved_at = noon;
    CHECK_FALSE(entry_of(incident, site(), Language::en).html.contains("Is my data safe?"));
}

TEST_CASE("feed entry: a promise that was broken is a change, dated when it was broken")
{
    auto incident = outage();
    incident.when.next_word_at = noon - 10min;
    auto const entry = entry_of(incident, site(), Language::en);
    CHECK(entry.updated == noon - 10min);
    CHECK(entry.html.contains("Update overdue."));
    incident.when.eta_at = noon - 5min;
    auto const later = entry_of(incident, site(), Language::en);
    CHECK(later.updated == noon - 5min);
    CHECK(later.html.contains("Later than we said."));
}

TEST_CASE("feed entry: its id is the same for ever, and another one on another brand's page")
{
    auto changed = outage();
    changed.title = "Something else";
    changed.state = status::IncidentState::resolved;
    changed.changed_at = noon;
    auto moved = site();
    moved.base_url = "https://elsewhere.example.test";
    auto const id = entry_of(outage(), site(), Language::en).id;
    CHECK(id.starts_with("urn:uuid:"));
    CHECK(entry_of(changed, moved, Language::de).id == id);
    auto other = site();
    other.brand.id = BrandId{6};
    CHECK(entry_of(outage(), other, Language::en).id != id);
}

TEST_CASE("feed entry: a window says when, and its state in its title")
{
    auto const entry = entry_of(work(status::WindowState::cancelled), site(), Language::en);
    CHECK(entry.title == "Maintenance cancelled: New disks");
    CHECK(entry.html.starts_with(
        "<p>Sat 21 Nov 2026, 22:00 UTC to Sat 21 Nov 2026, 23:30 UTC</p><p>Uploads</p>"));
    CHECK(entry.updated == noon - 24h);
}

TEST_CASE("feed entry: a known issue has its workaround, and its closing word when it is closed")
{
    auto closed = issue();
    auto const open = entry_of(closed, site(), Language::en);
    CHECK(open.title == "Known issue: Old photos are turned");
    CHECK(open.html.contains("<p>Turn them by hand.</p>"));
    closed.closed_at = noon;
    closed.closing_text = "They stand upright.";
    auto const entry = entry_of(closed, site(), Language::en);
    CHECK(entry.title == "Resolved: Old photos are turned");
    CHECK(entry.html.ends_with("<p>They stand upright.</p>"));
}

TEST_CASE("feed entry: what somebody wrote is Markdown that runs nothing, and its lines are lines")
{
    auto incident = outage();
    incident.updates[0].text = "**a**\nb <script>c</script>";
    incident.workaround = status::Workaround{.text = "Wait.", .url = "javascript:alert(1)"};
    auto const html = entry_of(incident, site(), Language::en).html;
    CHECK(html.contains("<strong>a</strong><br"));
    CHECK_FALSE(html.contains("<script"));
    CHECK_FALSE(html.contains("javascript:"));
    incident.workaround->url = "https://help.example.test/";
    CHECK(entry_of(incident, site(), Language::en)
              .html.contains("<a href=\"https://help.example.test/\">"));
}

TEST_CASE("feed: everything is told once, the newest change first")
{
    std::vector<std::string> titles;
    for (auto const& told : everything_told(site(), Language::en))
        titles.push_back(told.entry.title);
    CHECK(
        titles == std::vector<std::string>{
                      "Looking for the cause: Numbers are missing",
                      "Planned maintenance: New disks", "Known issue: Old photos are turned"});
}

TEST_CASE("feed entry: what was merged stays the entry it was, and leads to what it is a part of")
{
    auto part = outage();
    part.state = status::IncidentState::resolved;
    part.resolved_at = part.changed_at = noon;
    part.merged_into = ShownMerge{.into = IncidentId{8}, .title = "Nothing <works>"};
    auto merged = site();
    merged.page.incidents.clear();
    merged.page.latest.clear();
    merged.page.merged = {part};
    auto const told = everything_told(merged, Language::en);
    auto const old = entry_of(outage(), site(), Language::en);
    auto const entry =
        std::ranges::find(told, old.id, [](Told const& one) { return one.entry.id; });
    REQUIRE(entry != told.end());
    CHECK(entry->entry.link == old.link);
    CHECK(entry->entry.title == "Part of another incident: Numbers are missing");
    CHECK(entry->entry.updated == noon);
    CHECK(entry->entry.html.contains(
        "<a href=\"https://status.example.test/incidents/" + id_letters(8) +
        "\">Nothing &lt;works&gt;</a>"));
}
