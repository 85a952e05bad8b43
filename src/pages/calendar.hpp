#pragma once
// Planned work as a calendar: windows, and the time that recurring ones reserve.
#include "pages/site.hpp"
#include "wire/ical/ical.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// An event of a calendar, with the services that it is about.
struct PlannedEvent {
    std::vector<ServiceId> services;
    ical::Event event;
};

// A window is certain, or cancelled. What a recurring window only reserves is tentative, and
// excepts each time that became a window of its own or is known not to be used; once it has ended
// nothing is reserved, and all of that is cancelled.
[[nodiscard]] std::vector<PlannedEvent> planned_events(Site const& site, words::Language language);

}  // namespace tellfirst::pages
