#include "pages/portal/one_thing.hpp"

#include "pages/portal/portal_sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

OneThing outage(std::int64_t id)
{
    return {
        .visitor = sample::ada(),
        .seen = all_seen(sample::found(), {}),
        .id = IncidentId{id}.text(),
        .now = sample::noon};
}

}  // namespace

TEST_CASE("thing_at: the id of what a path of the portal is about")
{
    CHECK(thing_at("/portal/incidents/aaaak3vq7x2m") == "inc_aaaak3vq7x2m");
    CHECK(thing_at("/portal/windows/x") == "win_x");
    CHECK(thing_at("/portal/issues/x") == "iss_x");
    for (std::string_view const path :
         {"", "/portal", "/portal/people/x", "/other/incidents/x", "/portal/incidents/x/y"}) {
        CAPTURE(std::string{path});
        CHECK_FALSE(thing_at(path));
    }
}

TEST_CASE("one thing: the page of an incident that he sees, with buttons of his own")
{
    auto const html = render(outage(7));
    REQUIRE(html);
    CHECK(html->contains("Numbers are missing"));
    CHECK(html->contains("action=\"/portal" + sample::outage_path + "/see-it-too\""));
    CHECK(document_of(outage(7))->at("title") == "Numbers are missing");
}

TEST_CASE("one thing: a text to hand on, where something was announced")
{
    CHECK_FALSE(render(outage(7))->contains("To hand on"));
    auto thing = outage(7);
    thing.hand_on = "Numbers <partly> down.";
    auto const html = render(thing);
    REQUIRE(html);
    CHECK(html->contains("To hand on"));
    CHECK(html->contains(">Numbers &lt;partly&gt; down.</p>"));
    // The button comes with its script alone; without one a click marks the text.
    CHECK(html->contains("hidden>Copy</button>"));
    CHECK(html->contains("<span role=\"status\"></span>"));
    CHECK(html->contains("<script src=\"/portal/copy.js\" defer></script>"));
}

TEST_CASE("one thing: nothing of any other")
{
    CHECK_FALSE(render(outage(8)));
    CHECK_FALSE(document_of(outage(8)));
}
