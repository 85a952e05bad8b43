#pragma once
// The values of status, as they stand in the API too.
#include "notify/notify.hpp"

namespace tellfirst::status {

enum class ServiceState { operational, degraded, partial, major, maintenance, unknown };
BOOST_DESCRIBE_ENUM(ServiceState, operational, degraded, partial, major, maintenance, unknown)

enum class IncidentState { investigating, identified, monitoring, resolved };
BOOST_DESCRIBE_ENUM(IncidentState, investigating, identified, monitoring, resolved)

struct NewService {
    static constexpr std::array<std::string_view, 1> required{"name"};
    std::string name;
    std::string description;
    bool is_public = true;
    std::int64_t position = 0;
    std::optional<ServiceId> parent;
};
BOOST_DESCRIBE_STRUCT(NewService, (), (name, description, is_public, position, parent))

struct Service {
    ServiceId id;
    std::string name;
    std::string description;
    bool is_public = true;
    std::int64_t position = 0;
    std::optional<ServiceId> parent;
    ServiceState state =
        ServiceState::operational;  // now: the worst of its open incidents and windows
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Service, (), (id, name, description, is_public, position, parent, state, created_at, version))

struct Touched {
    ServiceId service;
    ServiceState state = ServiceState::major;
};
BOOST_DESCRIBE_STRUCT(Touched, (), (service, state))

// {"at": ..} or {"within": "2h"} or {"from": .., "to": ..}: exactly one of the three.
struct Eta {
    std::optional<Instant> at;
    std::optional<std::string> within;
    std::optional<Instant> from;
    std::optional<Instant> to;
};
BOOST_DESCRIBE_STRUCT(Eta, (), (at, within, from, to))

struct NewIncident {
    static constexpr std::array<std::string_view, 3> required{"title", "services", "text"};
    std::string title;
    std::vector<Touched> services;
    std::string text;
    std::optional<Eta> eta;
    std::optional<Instant> next_word_at;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
    std::optional<PersonId> owner;
    std::optional<Instant> started_at;  // when it really began; absent = now
};
BOOST_DESCRIBE_STRUCT(
    NewIncident, (), (title, services, text, eta, next_word_at, notify, undo_s, owner, started_at))

struct NewUpdate {
    static constexpr std::array<std::string_view, 2> required{"state", "text"};
    IncidentState state = IncidentState::investigating;
    std::string text;
    std::optional<Eta> eta;
    std::optional<Instant> next_word_at;
    std::optional<std::vector<Touched>> services;  // new states; absent = as they are
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(NewUpdate, (), (state, text, eta, next_word_at, services, notify, undo_s))

struct Resolve {
    static constexpr std::array<std::string_view, 0> required{};
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(Resolve, (), (text, notify, undo_s))

// One public word, as it was said.
struct Update {
    UpdateId id;
    IncidentState state = IncidentState::investigating;
    std::string text;
    notify::When when;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Update, (), (id, state, text, when, at))

struct Incident {
    IncidentId id;
    std::string title;
    IncidentState state = IncidentState::investigating;
    std::vector<Touched> services;
    notify::When when;     // as the newest update says
    bool overdue = false;  // the promised word (or time) has passed
    std::optional<Instant> overdue_since;
    std::optional<PersonId> owner;
    Instant started_at;
    std::optional<Instant> resolved_at;
    Instant created_at;
    std::vector<Update> updates;  // newest first
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Incident, (),
    (id, title, state, services, when, overdue, overdue_since, owner, started_at, resolved_at,
     created_at, updates, version))

enum class WindowState { planned, started, finished, cancelled };
BOOST_DESCRIBE_ENUM(WindowState, planned, started, finished, cancelled)

struct NewWindow {
    static constexpr std::array<std::string_view, 5> required{
        "title", "services", "starts_at", "ends_at", "text"};
    std::string title;
    std::vector<ServiceId> services;
    Instant starts_at;
    Instant ends_at;
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(NewWindow, (), (title, services, starts_at, ends_at, text, notify, undo_s))

struct CancelWindow {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(CancelWindow, (), (text, notify, undo_s))

// Planned work, in which its services are in maintenance. Starts and finishes by itself.
struct Window {
    WindowId id;
    std::string title;
    std::vector<ServiceId> services;
    WindowState state = WindowState::planned;
    Instant starts_at;
    Instant ends_at;
    std::string text;           // the newest word
    bool notice_short = false;  // told later than a plan that it touches allows
    Instant created_at;
    std::optional<Instant> closed_at;  // finished as planned, or cancelled
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Window, (),
    (id, title, services, state, starts_at, ends_at, text, notice_short, created_at, closed_at,
     version))

}  // namespace tellfirst::status
