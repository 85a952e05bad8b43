#include "wire/ical/ical.hpp"

#include "support/naughty.hpp"
#include "wire/ical/unfolded.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::ical;
using namespace std::chrono_literals;

namespace {

constexpr Instant then =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 19} + 21h;  // Thursday

Event work()
{
    return {
        .uid = "f81d4fae-7dec-81d0-a765-00a0c91e6bf6",
        .sequence = 2,
        .status = EventStatus::confirmed,
        .created = then - 48h,
        .changed = then - 24h,
        .starts = then,
        .ends = then + 90min,
        .summary = "New disks, all of them",
        .description = "Uploads wait.\nGalleries work.",
        .url = "https://status.example.test/windows/1",
        .categories = {"Uploads", "Galleries; all"}};
}

Calendar calendar_of(std::vector<Event> events)
{
    return {
        .brand = "Pixel & Co",
        .name = "Pixel & Co: planned work",
        .url = "https://status.example.test/",
        .events = std::move(events)};
}

}  // namespace

TEST_CASE("calendar: an event that is once is written in UTC, with all that a client needs")
{
    CHECK(
        write(calendar_of({work()})) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Pixel & Co//Status//EN\r\n"
        "CALSCALE:GREGORIAN\r\nNAME:Pixel & Co: planned work\r\n"
        "X-WR-CALNAME:Pixel & Co: planned work\r\nURL:https://status.example.test/\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\nX-PUBLISHED-TTL:PT15M\r\n"
        "BEGIN:VEVENT\r\nUID:f81d4fae-7dec-81d0-a765-00a0c91e6bf6\r\nSEQUENCE:2\r\n"
        "DTSTAMP:20261118T210000Z\r\nCREATED:20261117T210000Z\r\n"
        "LAST-MODIFIED:20261118T210000Z\r\nDTSTART:20261119T210000Z\r\n"
        "DTEND:20261119T223000Z\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
        "SUMMARY:New disks\\, all of them\r\n"
        "DESCRIPTION:Uploads wait.\\nGalleries work.\r\n"
        "CATEGORIES:Uploads,Galleries\\; all\r\nURL:https://status.example.test/windows/1\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("calendar: what comes again is written on its zone's wall clock, and the zone once")
{
    auto thursdays = work();
    thursdays.status = EventStatus::tentative;
    thursdays.recurrence = Recurrence{
        .rule = "FREQ=WEEKLY;BYDAY=TH", .zone = "Europe/Berlin", .except = {then + 7 * 24h}};
    auto const written = write(calendar_of({thursdays, thursdays}));
    CHECK(texts(written, "BEGIN").at(1) == "VTIMEZONE");
    CHECK(texts(written, "TZID") == std::vector<std::string>{"Europe/Berlin"});
    CHECK(texts(written, "DTSTART;TZID=Europe/Berlin").at(0) == "20261119T220000");
    CHECK(texts(written, "DTEND;TZID=Europe/Berlin").at(0) == "20261119T233000");
    CHECK(texts(written, "RRULE").at(0) == "FREQ=WEEKLY;BYDAY=TH");
    CHECK(texts(written, "EXDATE;TZID=Europe/Berlin").at(0) == "20261126T220000");
    CHECK(texts(written, "STATUS").at(0) == "TENTATIVE");
}

TEST_CASE("calendar: one without events still has a component, as it must")
{
    CHECK(
        texts(write(calendar_of({})), "BEGIN") ==
        std::vector<std::string>{"VCALENDAR", "VTIMEZONE", "STANDARD"});
}

TEST_CASE("calendar: whatever a text holds, the lines are as many and none is too long")
{
    auto const lines = unfolded(write(calendar_of({work()}))).size();
    for (auto const& text : support::naughty_texts()) {
        CAPTURE(text);
        auto event = work();
        event.summary = text;
        event.description = text + "x";
        event.categories = {text + "x"};
        auto calendar = calendar_of({event});
        calendar.brand = calendar.name = text;
        auto const written = write(calendar);
        CHECK(unfolded(written).size() == lines);
        CHECK(texts(written, "SUMMARY") == texts(written, "X-WR-CALNAME"));
        for (auto const& line : physical_lines(written))
            CHECK(line.size() <= 75);
    }
}
