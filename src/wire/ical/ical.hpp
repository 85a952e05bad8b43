#pragma once
// A calendar as a value, and its spelling in iCalendar (RFC 5545, with RFC 7986's names for a
// whole calendar). Pure: the same calendar is the same bytes.
#include "kernel/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::ical {

enum class EventStatus { confirmed, tentative, cancelled };

// What comes again and again at one local time: "Thursday 22:00 in Berlin" is another moment of
// UTC in summer than it is in winter.
struct Recurrence {
    std::string rule;             // RRULE's value ("FREQ=WEEKLY;BYDAY=TH"), checked before
    std::string zone;             // IANA's name; the rule's local times are of it
    std::vector<Instant> except;  // starts that do not take place
};

struct Event {
    std::string uid;            // a UUID; the same for ever
    std::int64_t sequence = 0;  // grows with each change that matters
    EventStatus status = EventStatus::confirmed;
    Instant created;
    Instant changed;  // never "now"
    Instant starts;
    Instant ends;
    std::string summary;      // plain text
    std::string description;  // plain text
    std::string url;
    std::vector<std::string> categories;
    std::optional<Recurrence> recurrence = std::nullopt;  // absent: once, written in UTC
};

struct Calendar {
    std::string brand;  // of the product's id, too: a reader sees one name and no other
    std::string name;
    std::string url;
    std::vector<Event> events;
};

[[nodiscard]] std::string write(Calendar const& calendar);

// TEXT (section 3.3.11): escaped; control characters that it forbids become U+FFFD.
[[nodiscard]] std::string escape_text(std::string_view text);

// One content line with its CR LF, folded at 75 octets and never inside a character (section 3.1).
[[nodiscard]] std::string fold_line(std::string_view line);

}  // namespace tellfirst::ical
