#include "pages/view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

View const at_noon{.reader = {}, .now = sample::noon};

std::string joined(std::vector<std::string> const& sentences)
{
    std::string all;
    for (auto const& sentence : sentences)
        all += (all.empty() ? "" : " ") + sentence;
    return all;
}

// Without the markup around the times.
std::string outlook_of(notify::When const& when, std::optional<Instant> overdue_since = {})
{
    auto said = joined(outlook({.when = when, .overdue_since = overdue_since}, at_noon));
    for (auto at = said.find('<'); at != std::string::npos; at = said.find('<'))
        said.erase(at, said.find('>', at) - at + 1);
    return said;
}

}  // namespace

TEST_CASE("time_markup: the reader's zone, and UTC where that is another time")
{
    CHECK(
        time_markup(sample::noon, at_noon) ==
        "<time datetime=\"2026-03-04T12:00:00Z\">12:00 UTC</time>");
    CHECK(
        time_markup(sample::noon, {.reader = {.zone = "Europe/Berlin"}, .now = sample::noon}) ==
        "<time datetime=\"2026-03-04T12:00:00Z\">13:00 CET (12:00 UTC)</time>");
}

TEST_CASE("outlook: says when it will work and when the next word comes")
{
    auto const soon = sample::noon + 30min;
    auto const later = sample::noon + 2h;
    auto const gone = sample::noon - 5min;
    CHECK(outlook_of({.eta_at = later}) == "Expected to work by 14:00 UTC.");
    CHECK(
        outlook_of({.eta_at = later, .eta_from = soon}) ==
        "Expected to work between 12:30 UTC and 14:00 UTC.");
    CHECK(
        outlook_of({.next_word_at = soon}) ==
        "When it will work is not known yet. Next word by 12:30 UTC.");
    CHECK(
        outlook_of({.eta_at = later, .next_word_at = soon}) ==
        "Expected to work by 14:00 UTC. Next word by 12:30 UTC.");
    CHECK(
        outlook_of({.eta_at = later, .next_word_at = gone}, gone) ==
        "Expected to work by 14:00 UTC.");
    CHECK(outlook_of({.eta_at = gone}, gone).empty());
    CHECK(
        outlook_of({.eta_at = gone, .next_word_at = gone - 5min}, gone - 5min) ==
        "It was expected to work by 11:55 UTC.");
}

TEST_CASE("open_view: the first minute after a promise has no number")
{
    ShownIncident const incident{
        .when = {.next_word_at = sample::noon}, .overdue_since = sample::noon};
    auto const by = [&](Duration late) {
        auto const view = open_view(incident, {.reader = {}, .now = sample::noon + late});
        return std::string{view.at("overdue").at("by").as_string()};
    };
    CHECK(by(59s) == "Update overdue");
    CHECK(by(60s) == "Update overdue by 1 min");
    CHECK(by(3h) == "Update overdue by 3 h");
}

TEST_CASE("open_view: the newest word stands apart from the earlier ones")
{
    ShownIncident incident{.updates = {{.text = "new"}, {.text = "old"}, {.text = "oldest"}}};
    auto const view = open_view(incident, at_noon);
    CHECK(view.at("newest").at("text") == "new");
    REQUIRE(view.at("earlier").as_array().size() == 2);
    CHECK(view.at("earlier").at(0).at("text") == "old");
}

TEST_CASE("past_view: says how long it lasted")
{
    auto const view = past_view(
        {.services = {{.name = "Statistics"}, {.name = "Uploads"}},
         .started_at = sample::noon - 2h,
         .resolved_at = sample::noon - 15min},
        at_noon);
    CHECK(
        view.at("lasted") ==
        "resolved <time datetime=\"2026-03-04T11:45:00Z\">11:45 UTC</time>, after 1 h 45 min");
    CHECK(view.at("service_names") == "Statistics, Uploads");
    CHECK(view.at("last_word").is_null());
}
