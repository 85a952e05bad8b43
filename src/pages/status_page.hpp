#pragma once
// What a page shows, as plain values: only services that its reader may see, only incidents that
// touch one of them, and nothing of who works on it. As JSON it is /status.json.
#include "status/status.hpp"

namespace tellfirst::pages {

// Past trouble is shown so long, and not more of it than anybody reads.
inline constexpr std::chrono::days past_shown{14};
inline constexpr std::size_t most_past = 20;

struct ShownService {
    ServiceId id;
    std::string name;
    std::string description;
    status::ServiceState state = status::ServiceState::operational;
};
BOOST_DESCRIBE_STRUCT(ShownService, (), (id, name, description, state))

struct ShownTouch {
    ServiceId service;
    std::string name;
    status::ServiceState state = status::ServiceState::major;
};
BOOST_DESCRIBE_STRUCT(ShownTouch, (), (service, name, state))

struct ShownIncident {
    IncidentId id;
    std::string title;
    status::IncidentState state = status::IncidentState::investigating;
    std::vector<ShownTouch> services;
    notify::When when;
    bool overdue = false;
    std::optional<Instant> overdue_since;
    Instant started_at;
    std::optional<Instant> resolved_at;
    std::vector<status::Update> updates;  // newest first
};
BOOST_DESCRIBE_STRUCT(
    ShownIncident, (),
    (id, title, state, services, when, overdue, overdue_since, started_at, resolved_at, updates))

struct ShownName {
    ServiceId service;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ShownName, (), (service, name))

struct ShownWindow {
    WindowId id;
    std::string title;
    status::WindowState state = status::WindowState::planned;
    std::vector<ShownName> services;
    Instant starts_at;
    Instant ends_at;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ShownWindow, (), (id, title, state, services, starts_at, ends_at, text))

struct StatusPage {
    std::string brand;
    Instant as_of;
    std::vector<ShownService> services;
    std::vector<ShownIncident> incidents;  // open ones
    std::vector<ShownWindow> windows;      // running, planned and cancelled, the soonest first
    std::vector<ShownIncident> past;       // the latest end first
};
BOOST_DESCRIBE_STRUCT(StatusPage, (), (brand, as_of, services, incidents, windows, past))

// More windows than this nobody looks ahead.
inline constexpr int windows_looked_at = 60;

// All that was found, before anything is left out.
struct Found {
    std::string brand;
    std::vector<status::Service> services;  // those that the reader may see
    std::vector<status::Incident> open;
    std::vector<status::Incident> latest;  // open or not
    std::vector<status::Window> windows;   // over or not
    Instant now;
};
[[nodiscard]] StatusPage status_page_of(Found const& found);

// The public page.
[[nodiscard]] StatusPage look(Call& call);

// When the page's own words become untrue ("next word by 15:00") though nothing happens.
[[nodiscard]] std::optional<Instant> next_change(StatusPage const& page);

}  // namespace tellfirst::pages
