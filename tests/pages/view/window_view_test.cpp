#include "pages/view/window_view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

View const at_noon{.reader = {}, .now = sample::noon};

ShownWindow window(status::WindowState state)
{
    return {
        .title = "New disks",
        .state = state,
        .starts_at = sample::noon - 1h,
        .ends_at = sample::noon + 1h};
}

// A time each week; so many of them are over.
ShownSeries weekly(std::vector<status::OccurrenceState> const& states, int over)
{
    ShownSeries series{.title = "Thursdays"};
    auto at = sample::noon - over * std::chrono::weeks{1};
    for (auto const state : states) {
        series.occurrences.push_back(
            {.starts_at = at, .ends_at = at + 1h, .state = state, .declare_by = {}, .window = {}});
        at += std::chrono::weeks{1};
    }
    return series;
}

}  // namespace

TEST_CASE("windows_view: what runs is apart from what is planned")
{
    using enum status::WindowState;
    auto const views = windows_view({window(started), window(planned), window(cancelled)}, at_noon);
    CHECK(views.running.size() == 1);
    CHECK(views.planned.size() == 2);
    CHECK(views.planned.at(1).at("span").as_string().starts_with("<s>"));
}

TEST_CASE("windows_view: a window that overruns says until when it was announced")
{
    auto late = window(status::WindowState::started);
    late.announced_end = sample::noon;
    auto const view = windows_view({late}, at_noon).running.at(0);
    auto const overrun = std::string{view.at("before").as_string()};
    CHECK(sample::without_tags(overrun) == "It was announced until 12:00 UTC.");
}

TEST_CASE("windows_view: a window that nobody ended says since when it should be over")
{
    auto late = window(status::WindowState::started);
    late.ends_at = late.announced_end.emplace(sample::noon - 90s);
    auto const overrun = [&] {
        auto const view = windows_view({late}, at_noon).running.at(0);
        return sample::without_tags(std::string{view.at("before").as_string()});
    };
    CHECK(overrun() == "It should have ended at 11:58 UTC, 1 min ago.");
    late.ends_at = sample::noon - 59s;
    late.announced_end = late.ends_at;
    CHECK(overrun() == "");
}

TEST_CASE(
    "whole_view: a window that is over ended when it did, and says until when it was announced")
{
    auto over = window(status::WindowState::finished);
    over.closed_at = sample::noon + 102min;
    auto const said = [&] {
        auto const view = whole_view(over, at_noon);
        return sample::without_tags(
            std::string{view.at("span").as_string()} + "|" +
            std::string{view.at("before").as_string()});
    };
    CHECK(said() == "11:00 UTC to 13:42 UTC|It was announced until 13:00 UTC.");
    over.closed_at = sample::noon + 30min;
    CHECK(said() == "11:00 UTC to 12:30 UTC|It was announced until 13:00 UTC.");
    over.closed_at = over.ends_at;
    CHECK(said() == "11:00 UTC to 13:00 UTC|");
}

//
TEST_CASE("windows_view: a window that was moved says from when, until it begins")
{
    auto moved = window(status::WindowState::planned);
    moved.was = {.starts_at = sample::noon - 2h, .ends_at = sample::noon};
    auto const before = [&](words::Language language) {
        auto const views =
            windows_view({moved}, {.reader = {.language = language}, .now = sample::noon});
        auto const& list = views.planned.empty() ? views.running : views.planned;
        return sample::without_tags(std::string{list.at(0).at("before").as_string()});
    };
    CHECK(before(words::Language::en) == "Before it was moved: 10:00 UTC to 12:00 UTC.");
    CHECK(before(words::Language::de) == "Vor der Verlegung: 10:00 UTC bis 12:00 UTC.");
    moved.state = status::WindowState::started;
    CHECK(before(words::Language::en).empty());
}

//
TEST_CASE("series_view: used, cancelled and undeclared times have three wordings, and a share")
{
    using enum status::OccurrenceState;
    auto series = weekly({used, cancelled, not_used, will_be_used, reserved}, 3);
    series.past = 3;
    series.used = 1;
    auto const view = series_view(series, at_noon);
    std::vector<std::string> said;
    for (auto const& time : view.at("times").as_array())
        said.emplace_back(time.at("state").as_string());
    CHECK(
        said ==
        std::vector<std::string>{
            "Was used", "Cancelled", "Not used", "Will be used", "Reserved, may not be used"});
    CHECK(view.at("share").at("text") == "1 of 3 were used so far.");
}

TEST_CASE("series_view: a time whose window was moved away says so")
{
    auto const view = series_view(weekly({status::OccurrenceState::moved}, 0), at_noon);
    auto const& time = view.at("times").at(0);
    CHECK(time.at("state") == "Moved to another time");
    CHECK(time.at("tone") == "unk");
}

TEST_CASE("series_view: shows three times before now and three after, the running one among them")
{
    std::vector<status::OccurrenceState> const states(10, status::OccurrenceState::reserved);
    auto const view = series_view(weekly(states, 5), at_noon);
    auto const& times = view.at("times").as_array();
    REQUIRE(times.size() == 6);
    auto const fourth = std::string{times.at(3).at("span").as_string()};
    CHECK(sample::without_tags(fourth) == "12:00 UTC to 13:00 UTC");
}

TEST_CASE("whole_view: a window's page has every word that was said of it")
{
    auto one = window(status::WindowState::finished);
    one.words = {{.text = "done"}, {.text = "soon"}};
    auto const view = whole_view(one, at_noon);
    CHECK(view.at("words_said").as_array().size() == 2);
    CHECK(view.at("tone") == "ok");
}
