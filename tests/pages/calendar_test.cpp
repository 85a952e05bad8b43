#include "pages/calendar.hpp"

#include "pages/sample_site.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;
using words::Language;

namespace {

ical::Event window_event(ShownWindow const& window)
{
    auto made = site();
    made.page.latest_windows = {window};
    made.page.windows.clear();
    made.page.series.clear();
    return planned_events(made, Language::en).at(0).event;
}

ical::Event series_event(ShownSeries const& series)
{
    auto made = site();
    made.page.series = {series};
    return planned_events(made, Language::en).back().event;
}

}  // namespace

TEST_CASE("calendar: a window is an event with the sequence and the date of its last change")
{
    auto const event = window_event(work());
    CHECK(event.sequence == 3);
    CHECK(event.changed == noon - 24h);
    CHECK(event.starts == noon + 10h);
    CHECK(event.ends == noon + 11h + 30min);
    CHECK(event.summary == "Planned maintenance: New disks");
    CHECK(event.categories == std::vector<std::string>{"Uploads"});
    CHECK(bool{event.status == ical::EventStatus::confirmed});
    CHECK_FALSE(event.recurrence);
}

TEST_CASE("calendar: a change keeps the event's identity, a cancellation too")
{
    auto const before = window_event(work());
    auto moved = work();
    moved.starts_at += 24h;
    moved.sequence = 4;
    CHECK(window_event(moved).uid == before.uid);
    auto const off = window_event(work(status::WindowState::cancelled));
    CHECK(off.uid == before.uid);
    CHECK(bool{off.status == ical::EventStatus::cancelled});
}

TEST_CASE("calendar: a window that overran ends when it did")
{
    auto late = work(status::WindowState::finished);
    late.closed_at = late.ends_at + 42min;
    CHECK(window_event(late).ends == late.closed_at);
}

TEST_CASE("calendar: a finished window stays in it")
{
    auto const event = window_event(work(status::WindowState::finished));
    CHECK(bool{event.status == ical::EventStatus::confirmed});
}

TEST_CASE("calendar: what a recurring window reserves is tentative, on its zone's wall clock")
{
    auto const event = series_event(thursdays());
    CHECK(bool{event.status == ical::EventStatus::tentative});
    CHECK(event.summary == "Reserved for maintenance: Database");
    CHECK(to_rfc3339(event.starts) == "2026-11-26T21:00:00Z");
    CHECK(event.ends - event.starts == 1h);
    REQUIRE(event.recurrence);
    CHECK(event.recurrence->rule == "FREQ=WEEKLY;BYDAY=TH");
    CHECK(event.recurrence->zone == "Europe/Berlin");
    CHECK(event.recurrence->except.empty());
}

TEST_CASE("calendar: a recurring window that was ended is cancelled, and is the same event")
{
    auto const before = series_event(thursdays());
    auto ended = thursdays();
    ended.ended_at = noon;
    ended.sequence = before.sequence + 1;
    auto made = site();
    made.page.series.clear();
    made.page.ended_series = {ended};
    auto const event = planned_events(made, Language::en).back().event;
    CHECK(event.uid == before.uid);
    CHECK(event.sequence > before.sequence);
    CHECK(bool{event.status == ical::EventStatus::cancelled});
    CHECK(event.summary == "Maintenance cancelled: Database");
    CHECK(event.recurrence->rule == before.recurrence->rule);
}

TEST_CASE("calendar: what became a window or is not used is excepted")
{
    auto series = thursdays();
    series.left_out = {noon + 129h, noon + 129h + 7 * 24h};
    CHECK(series_event(series).recurrence->except == series.left_out);
}

TEST_CASE("calendar: its words are in the reader's language")
{
    CHECK(
        planned_events(site(), Language::de).at(0).event.summary == "Geplante Wartung: New disks");
}
