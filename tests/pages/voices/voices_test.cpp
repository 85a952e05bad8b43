#include "pages/voices/voices.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

std::string const letters = id_letters(7);

}  // namespace

TEST_CASE("read_click: whose page, what it is about, what is said, and where he goes back to")
{
    auto const path = "/incidents/" + letters + "/see-it-too";
    CHECK(
        read_click(path) == Click{
                                .base = "",
                                .page = "/incidents/" + letters,
                                .subject = "inc_" + letters,
                                .said = "see-it-too"});
    CHECK(
        read_click("/p/token/de" + path) == Click{
                                                .base = "/p/token",
                                                .page = "/p/token/de/incidents/" + letters,
                                                .subject = "inc_" + letters,
                                                .said = "see-it-too"});
    CHECK(read_click("/portal/issues/" + letters + "/helped")->subject == "iss_" + letters);
    CHECK(read_click("/de" + path)->base.empty());
}

TEST_CASE("read_click: nothing else is one")
{
    for (std::string const& path : std::vector<std::string>{
             "", "/", "/incidents/" + letters, "/windows/" + letters + "/helped",
             "/incidents/x/helped", "incidents/" + letters + "/helped"}) {
        CAPTURE(path);
        CHECK_FALSE(read_click(path));
    }
}

TEST_CASE("kind_of: the words of the buttons; the way to a workaround is walked, not said")
{
    CHECK(kind_of({.said = "see-it-too"}) == status::VoiceKind::see_it_too);
    CHECK(kind_of({.said = "helped"}) == status::VoiceKind::helped);
    CHECK(kind_of({.said = "affects-me"}) == status::VoiceKind::affects_me);
    CHECK_FALSE(kind_of({.said = "workaround"}));
}

TEST_CASE("look_at_subject: only what the reader may see")
{
    support::World world;
    world.write([](Call& call) {
        auto const heron = status::add_service(call, {.name = "Heron", .is_public = false})->id;
        auto const incident = status::publish(
                                  call, {.title = "Heron has fallen",
                                         .services = {{.service = heron}},
                                         .text = "We are looking.",
                                         .next_word_at = call.now + 1h,
                                         .workaround = status::Workaround{.text = "Wait."}})
                                  ->id;
        auto const own = look_at_subject(call, incident.text(), {.services = {{heron}}});
        REQUIRE(own);
        CHECK(own->workaround->text == "Wait.");
        CHECK_FALSE(look_at_subject(call, incident.text(), {}));
        CHECK_FALSE(look_at_subject(call, IncidentId{7}.text(), {}));
        CHECK_FALSE(look_at_subject(call, IssueId{7}.text(), {}));
        CHECK_FALSE(look_at_subject(call, "nonsense", {}));
    });
}
