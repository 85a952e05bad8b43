#include "pages/portal/history.hpp"

#include "pages/portal/portal_sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using sample::shows;

namespace {

History march()
{
    auto const from = sample::at("2026-03-04T09:00:00Z");
    PastThing const reviewed{
        .kind = PastKind::incident,
        .title = "Numbers <i>",
        .state = "review",
        .worst = status::ServiceState::partial,
        .services = {{.service = ServiceId{2}, .name = "Statistics"}},
        .is_yours_only = true,
        .from = from,
        .to = from + std::chrono::minutes{125},
        .reviewed_at = from + std::chrono::hours{48},
        .path = "/portal/incidents/aaaak3vq7x2m"};
    PastThing const known{
        .kind = PastKind::issue, .title = "Dates are American", .state = "open", .from = from};
    PastThing const work{
        .kind = PastKind::window,
        .title = "New disks",
        .state = "finished",
        .from = from,
        .to = from + std::chrono::hours{1}};
    auto quiet = sample::march();
    quiet.from = sample::at("2026-02-01T00:00:00Z");
    return {
        .as_of = sample::noon,
        .months = {
            {.standing = sample::march(), .things = {reviewed, known, work}},
            {.standing = quiet, .things = {}}}};
}

}  // namespace

TEST_CASE("history page: month by month, with its figure, what it was, how long, and a review")
{
    auto const html = render(sample::ada(), march());
    for (std::string_view const text :
         {"Your last twelve months", "March 2026", "February 2026",
          "Not violated · 99.95 %, 99.9 % were promised", "href=\"/portal/incidents/aaaak3vq7x2m\"",
          "Numbers &lt;i&gt;", "2 h 5 min", "review published", "This affects your account only.",
          "Known issue", "Maintenance finished", "Nothing of what you use was in trouble.",
          "Partly down"})
        CHECK_MESSAGE(shows(html, text), std::string{text});
    CHECK_FALSE(shows(html, "<i>"));
}

TEST_CASE("history page: in German, and in the reader's zone")
{
    auto const html = render(sample::ada("de", "Europe/Berlin"), march());
    for (std::string_view const text :
         {"Ihre letzten zwölf Monate", "März 2026", "10:00 CET (09:00 UTC)", "Rückblick vom"})
        CHECK_MESSAGE(shows(html, text), std::string{text});
}
