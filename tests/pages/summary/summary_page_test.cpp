#include "pages/summary/summary_page.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

Summary sample()
{
    return {
        .month = "2026-10",
        .from = parse_rfc3339("2026-10-01T00:00:00Z").value(),
        .to = support::test_start,
        .incidents = 13,
        .minutes = 125,
        .lowest = "99.87",
        .services = {{.name = "Statistics <b>", .shown = "99.87", .down_s = 3600}},
        .other_services = 4,
        .longest = {{.title = "Late & wrong", .started_at = support::test_start, .minutes = 61}},
        .other_incidents = 12,
        .next_words = {.kept = 9, .of = 10, .percent = "90"},
        .times = {}};
}

std::string shown(words::Language language)
{
    return render(sample(), {.name = "Smug"}, language);
}

}  // namespace

TEST_CASE("summary: the sheet says the month, its figures, its services and its incidents")
{
    auto const page = shown(words::Language::en);
    for (auto const* const text :
         {"October 2026", "13 incidents, 2 h 5 min in all.", "99.87 %", "9 of 10 (90 %)",
          "Statistics &lt;b&gt;", "Late &amp; wrong", "All others were always well.",
          "Shorter incidents that do not fit here: 12."})
        CHECK_MESSAGE(page.contains(text), text);
    CHECK_FALSE(page.contains("<b>;"));
}

TEST_CASE("summary: in German, too")
{
    auto const page = shown(words::Language::de);
    CHECK(page.contains("Oktober 2026"));
    CHECK(page.contains("lang=\"de\""));
}

TEST_CASE("summary: a month without trouble says so, and leaves empty tables out")
{
    auto const page = render({}, {.name = "Smug"}, words::Language::en);
    CHECK(page.contains("There was no trouble."));
    CHECK_FALSE(page.contains("id=\"services\""));
    CHECK_FALSE(page.contains("id=\"incidents\""));
}
