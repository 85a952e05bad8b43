#include "pages/view/incident_view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

View const at_noon{.reader = {}, .now = sample::noon};

status::GivenEta eta(Duration after_noon)
{
    return {.eta_at = sample::noon + after_noon, .eta_words = {}, .said_at = {}};
}

}  // namespace

TEST_CASE("outlook: an estimate that was moved says from when, and how often")
{
    ShownIncident incident{.when = {.eta_at = sample::noon + 4h}};
    auto const said = [&] {
        std::string all;
        for (auto const& sentence : outlook(incident, at_noon))
            all += sample::without_tags(sentence) + " ";
        return all;
    };
    incident.eta_history = {eta(4h)};
    CHECK(said() == "Expected to work by 16:00 UTC. ");
    incident.eta_history = {eta(3h), eta(4h)};
    CHECK(said() == "Expected to work by 16:00 UTC. It was 15:00 UTC, and has moved once. ");
    incident.eta_history = {eta(0h), eta(1h), eta(2h), eta(3h), eta(4h)};
    CHECK(
        said() == "Expected to work by 16:00 UTC. "
                  "It was 12:00 UTC, \u2026, 14:00 UTC, 15:00 UTC, and has moved 4 times. ");
    incident.eta_history = {eta(2h), eta(3h), eta(4h)};
    incident.eta_history[1].eta_from = sample::noon + 150min;
    CHECK(
        said() == "Expected to work by 16:00 UTC. "
                  "It was 14:00 UTC, 14:30 UTC to 15:00 UTC, and has moved 2 times. ");
}

//
TEST_CASE("outlook: what was estimated is not forgotten where nothing is known any more")
{
    ShownIncident incident{.when = {.next_word_at = sample::noon + 1h}};
    incident.eta_history = {eta(3h), eta(4h)};
    auto const said = [&](View const& view) {
        return sample::without_tags(outlook(incident, view).back());
    };
    CHECK(said(at_noon) == "We had said 15:00 UTC, 16:00 UTC; that no longer holds.");
    CHECK(
        said({.reader = {.language = words::Language::de}, .now = sample::noon}) ==
        "Zuvor hatten wir 15:00 UTC, 16:00 UTC gesagt; das gilt nicht mehr.");
}

TEST_CASE("open_view: the first minute after a promise has no number")
{
    ShownIncident const incident{.when = {.next_word_at = sample::noon}};
    auto const by = [&](Duration late) {
        auto const view = open_view(incident, {.reader = {}, .now = sample::noon + late});
        return std::string{view.at("overdue").at(0).at("by").as_string()};
    };
    CHECK(by(59s) == "Update overdue");
    CHECK(by(60s) == "Update overdue by 1 min");
    CHECK(by(3h) == "Update overdue by 3 h");
}

//
TEST_CASE("open_view: an update is overdue by its own time, and a missed estimate stands beside it")
{
    ShownIncident const incident{
        .when = {.eta_at = sample::noon - 2h, .next_word_at = sample::noon - 1h}};
    auto const late = [&](Instant now, words::Language language) {
        std::string all;
        auto const view = open_view(incident, {.reader = {.language = language}, .now = now});
        for (auto const& one : view.at("overdue").as_array())
            all += std::string{one.at("by").as_string()} + "|" +
                   sample::without_tags(std::string{one.at("promised").as_string()}) + "|";
        return all;
    };
    CHECK(
        late(sample::noon - 100min, words::Language::en) ==
        "Later than we said, by 20 min|It was expected to work by 10:00 UTC.|");
    CHECK(
        late(sample::noon - 40min, words::Language::en) ==
        "Update overdue by 20 min|The next word was promised for 11:00 UTC.|"
        "Later than we said, by 1 h 20 min|It was expected to work by 10:00 UTC.|");
    CHECK(late(sample::noon - 40min, words::Language::de).starts_with("Meldung seit 20 min"));
}

TEST_CASE("open_view: shows the newest word, and how many there are")
{
    ShownIncident const incident{.updates = {{.text = "new"}, {.text = "old"}, {.text = "oldest"}}};
    auto const view = open_view(incident, at_noon);
    CHECK(view.at("newest").at("html") == "<p>new</p>");
    CHECK(view.at("more") == "All updates (3)");
}

TEST_CASE("open_view: a service that partly fails says how much of it, and how it shows")
{
    ShownIncident const incident{
        .services = {
            {.name = "Uploads",
             .state = status::ServiceState::degraded,
             .failing_percent = 12.5,
             .symptom = "they take minutes"}}};
    CHECK(
        open_view(incident, at_noon).at("touched").at(0).at("state") ==
        "Slow or partly failing (12.5 % of all tries fail; they take minutes)");
}

TEST_CASE("open_view: what has happened before is said, and what concerns one account only")
{
    auto const view = open_view({.repeats = 2, .is_yours_only = true}, at_noon);
    REQUIRE(view.at("flags").as_array().size() == 2);
    CHECK(view.at("flags").at(0).at("text") == "This affects your account only.");
    CHECK(view.at("flags").at(1).at("text") == "This has happened 2 times before, within 90 days.");
}

//
TEST_CASE("open_view: how many see it too stands beside the button, nobody is not counted")
{
    ShownIncident incident{.id = IncidentId{7}};
    CHECK(open_view(incident, at_noon).at("voice").at("count").is_null());
    incident.voices.see_it_too = 41;
    auto const voice = open_view(incident, at_noon).at("voice");
    CHECK(voice.at("count").at("text") == "Seen by 41");
    CHECK(
        std::string{voice.at("action").as_string()} ==
        path_of("incidents", incident.id) + "/see-it-too");
}

TEST_CASE("past_view: says what failed, how badly, and how long it lasted")
{
    auto const view = past_view(
        {.services =
             {{.name = "Statistics"},
              {.name = "Uploads",
               .state = status::ServiceState::degraded,
               .failing_percent = 12.5,
               .symptom = "they take minutes"}},
         .started_at = sample::noon - 2h,
         .resolved_at = sample::noon - 15min},
        at_noon);
    CHECK(
        view.at("lasted") ==
        "resolved <time datetime=\"2026-03-04T11:45:00Z\">11:45 UTC</time>, after 1 h 45 min");
    auto const& touched = view.at("touched").as_array();
    CHECK(touched[0].at("name") == "Statistics");
    CHECK(touched[0].at("state") == "Down");
    CHECK(
        touched[1].at("state") ==
        "Slow or partly failing (12.5 % of all tries fail; they take minutes)");
    CHECK(view.at("last_word") == "");
}

TEST_CASE("whole_view: tells when it began and ended, every word, and that times were corrected")
{
    auto const view = whole_view(
        {.state = status::IncidentState::resolved,
         .corrected_at = sample::noon - 30min,
         .started_at = sample::noon - 2h,
         .resolved_at = sample::noon - 1h,
         .updates = {{.text = "well"}, {.text = "bad"}}},
        at_noon);
    auto const lasted = std::string{view.at("lasted").as_string()};
    CHECK(sample::without_tags(lasted) == "10:00 UTC to 11:00 UTC, 1 h");
    CHECK(view.at("words_said").as_array().size() == 2);
    CHECK(view.at("words_said").at(0).at("promised").is_null());
    auto const corrected = std::string{view.at("corrected").as_string()};
    CHECK(sample::without_tags(corrected) == "11:30 UTC");
    CHECK(view.at("voice").is_null());
    CHECK(view.at("tone") == "ok");
}

TEST_CASE("whole_view: each word stands with the time that it promised")
{
    auto const view =
        whole_view({.updates = {{.text = "bad", .when = {.eta_at = sample::noon + 1h}}}}, at_noon);
    auto const& word = view.at("words_said").at(0);
    CHECK(
        sample::without_tags(std::string{word.at("promised").at("text").as_string()}) ==
        "Expected to work by 13:00 UTC.");
}

TEST_CASE("whole_view: what was merged is not said to work again, and leads on")
{
    auto const page = sample::page_of(sample::merged());
    auto const view = whole_view(page.merged.at(0), at_noon);
    CHECK(view.at("state") == "Part of another incident");
    CHECK(view.at("tone") == "unk");
    CHECK(view.at("icon") == "unknown");
    auto const href = std::string{view.at("merged").at("href").as_string()};
    CHECK(href == "/incidents/" + id_letters(8));
    CHECK(view.at("words_said").at(0).at("state") == "Part of another incident");
    CHECK(view.at("words_said").at(1).at("state") == "Looking for the cause");
    CHECK(whole_view(page.incidents.at(0), at_noon).at("merged").is_null());
}
