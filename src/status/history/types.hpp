#pragma once
// History: what a service was when, and corrections of it.
#include "status/incidents/types.hpp"

namespace tellfirst::status {

// A stretch in which an incident held a service in a state.
struct Held {
    static constexpr std::array<std::string_view, 3> required{"service", "state", "from"};
    ServiceId service;
    ServiceState state = ServiceState::major;
    std::optional<double> failing_percent;
    std::string symptom;
    Instant from;
    std::optional<Instant> to;  // absent: it still does
    bool operator==(Held const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Held, (), (service, state, failing_percent, symptom, from, to))

// When an incident was, and what it held meanwhile.
struct Times {
    Instant started_at;
    std::optional<Instant> ended_at;
    std::vector<Held> services;  // by service, then by time
    bool operator==(Times const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Times, (), (started_at, ended_at, services))

// What is absent stays; without `services`, what began or ended with the incident moves with it.
struct CorrectTimes {
    static constexpr std::array<std::string_view, 1> required{"reason"};
    std::string reason;
    std::optional<Instant> started_at;
    std::optional<Instant> ended_at;
    std::optional<std::vector<Held>> services;  // all of them
};
BOOST_DESCRIBE_STRUCT(CorrectTimes, (), (reason, started_at, ended_at, services))

// The trace of a correction.
struct Correction {
    CorrectionId id;
    std::string by;  // "per_...", "tok_..."
    Instant at;
    std::string reason;
    Times before;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (id, by, at, reason, before))

// A stretch in which a service was not simply well: by an incident, in a window, or unknown.
struct PastState {
    ServiceState state = ServiceState::unknown;
    Instant from;
    std::optional<Instant> to;
    std::optional<IncidentId> incident;
    std::optional<WindowId> window;
    bool corrected = false;  // the incident's times were, once or more
};
BOOST_DESCRIBE_STRUCT(PastState, (), (state, from, to, incident, window, corrected))

}  // namespace tellfirst::status
