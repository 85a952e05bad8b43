#include "wire/ical/ical.hpp"

#include "kernel/text.hpp"
#include "wire/ical/zone.hpp"

#include <fmt/format.h>

#include <map>

namespace tellfirst::ical {
namespace {

// How often a reader should look again; the names are RFC 7986's and the older one of Outlook.
constexpr std::string_view refresh =
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\nX-PUBLISHED-TTL:PT15M\r\n";

std::string line(std::string_view name, std::string_view text)
{
    return fold_line(fmt::format("{}:{}", name, escape_text(text)));
}

std::string utc(Instant at)
{
    return wall_time(at, "UTC") + "Z";
}

std::string_view name_of(EventStatus status)
{
    switch (status) {
    case EventStatus::confirmed: return "CONFIRMED";
    case EventStatus::tentative: return "TENTATIVE";
    case EventStatus::cancelled: return "CANCELLED";
    }
    return {};
}

std::string once(Event const& event)
{
    return fmt::format("DTSTART:{}\r\nDTEND:{}\r\n", utc(event.starts), utc(event.ends));
}

std::string again_and_again(Event const& event, Recurrence const& recurrence)
{
    auto const local = [&](std::string_view name, Instant at) {
        return fold_line(
            fmt::format("{};TZID={}:{}", name, recurrence.zone, wall_time(at, recurrence.zone)));
    };
    auto lines = local("DTSTART", event.starts) + local("DTEND", event.ends);
    lines += fold_line("RRULE:" + recurrence.rule);
    for (auto const at : recurrence.except)
        lines += local("EXDATE", at);
    return lines;
}

std::string write(Event const& event)
{
    std::string lines = "BEGIN:VEVENT\r\n";
    lines += line("UID", event.uid);
    lines += fmt::format("SEQUENCE:{}\r\n", event.sequence);
    lines += fmt::format("DTSTAMP:{}\r\n", utc(event.changed));
    lines += fmt::format("CREATED:{}\r\n", utc(event.created));
    lines += fmt::format("LAST-MODIFIED:{}\r\n", utc(event.changed));
    lines += event.recurrence ? again_and_again(event, *event.recurrence) : once(event);
    lines += fmt::format("STATUS:{}\r\n", name_of(event.status));
    lines += "TRANSP:TRANSPARENT\r\n";  // our work does not make its reader busy
    lines += line("SUMMARY", event.summary);
    if (!event.description.empty())
        lines += line("DESCRIPTION", event.description);
    std::string categories;
    for (auto const& category : event.categories)
        categories += (categories.empty() ? "" : ",") + escape_text(category);
    if (!categories.empty())
        lines += fold_line("CATEGORIES:" + categories);
    lines += fold_line("URL:" + event.url);
    return lines + "END:VEVENT\r\n";
}

// Each zone once, from the first event on that is told in it.
std::string zones_of(std::vector<Event> const& events)
{
    std::map<std::string, Instant> first;
    for (auto const& event : events)
        if (event.recurrence) {
            auto const found = first.try_emplace(event.recurrence->zone, event.starts).first;
            found->second = std::min(found->second, event.starts);
        }
    std::string lines;
    for (auto const& [zone, from] : first)
        lines += vtimezone(zone, from);
    return lines;
}

}  // namespace

std::string write(Calendar const& calendar)
{
    std::string lines = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    lines += line("PRODID", fmt::format("-//{}//Status//EN", calendar.brand));
    lines += "CALSCALE:GREGORIAN\r\n";
    lines += line("NAME", calendar.name) + line("X-WR-CALNAME", calendar.name);
    lines += fold_line("URL:" + calendar.url);
    lines += refresh;
    // A calendar without any component is none (section 3.6).
    lines += calendar.events.empty() ? vtimezone("UTC", {}) : zones_of(calendar.events);
    for (auto const& event : calendar.events)
        lines += write(event);
    return lines + "END:VCALENDAR\r\n";
}

}  // namespace tellfirst::ical
