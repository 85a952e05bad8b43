#pragma once
// The door of status: what we say is up or down, and when we say it will be well.
#include "db/db.hpp"
#include "jobs/jobs.hpp"
#include "status/types.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::status {

// Error service.name_taken, service.needs_name.
[[nodiscard]] Result<Service> add_service(Call& call, NewService const& wish);
[[nodiscard]] std::optional<Service> find_service(db::Tx& tx, ServiceId id);
[[nodiscard]] std::optional<Service> find_service_named(db::Tx& tx, std::string_view name);
[[nodiscard]] std::vector<Service> services(db::Tx& tx);  // all, by position then name

// Publishing. Errors update.needs_when, update.needs_text, update.when_passed,
// incident.needs_title, incident.needs_services, service.not_found ("services[1].service"),
// person.not_found (owner), incident.starts_later, incident.resolved (409),
// incident.needs_closing_text.
[[nodiscard]] Result<Incident> publish(Call& call, NewIncident const& wish);
[[nodiscard]] Result<Incident>
update(Call& call, IncidentId id, NewUpdate const& wish, std::optional<std::int64_t> version);
[[nodiscard]] Result<Incident>
resolve(Call& call, IncidentId id, Resolve const& wish, std::optional<std::int64_t> version);

// `now` decides what is overdue.
[[nodiscard]] std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now);
// Newest first; all, or only those that are open, or are not.
enum class Which { all, open, resolved };
[[nodiscard]] std::vector<Incident> incidents(
    db::Tx& tx, Instant now, std::optional<IncidentId> after, int limit, Which which = Which::all);
[[nodiscard]] std::vector<Incident> open_incidents(db::Tx& tx, Instant now);

// Planned work. Tells whoever it concerns, on the topic "planned"; starts and finishes by timers.
// Errors window.needs_title, update.needs_text, window.needs_services, service.not_found
// ("services[1]"), window.in_the_past, window.ends_before_start, window.too_long, window.too_far.
[[nodiscard]] Result<Window> plan_window(Call& call, NewWindow const& wish);
// Planned or running; those who were told hear it. Said twice: the same answer. Errors
// update.needs_text, window.not_found, window.finished (409).
[[nodiscard]] Result<Window> cancel_window(
    Call& call, WindowId id, CancelWindow const& wish, std::optional<std::int64_t> version);
[[nodiscard]] std::optional<Window> find_window(db::Tx& tx, WindowId id);
// Planned and running ones, soonest first, then the others, latest first.
[[nodiscard]] std::vector<Window> windows(db::Tx& tx, std::optional<WindowId> after, int limit);

// The first promised moment that is still to come: a page that shows it plans its own renewal for
// then, because its words become untrue.
[[nodiscard]] std::optional<Instant> next_due(notify::When const& when, Instant now);

// Where incidents overlap, the worst state wins; an unknown one outranks "operational" (never
// green) but not a state that somebody saw.
[[nodiscard]] ServiceState worst(ServiceState a, ServiceState b);

struct UpdatePublished {  // also for the first word of an incident
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "UpdatePublished";
    IncidentId incident;
    UpdateId update;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(UpdatePublished, (), (incident, update))

struct IncidentResolved {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentResolved";
    IncidentId incident;
    UpdateId update;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentResolved, (), (incident, update))

struct ServiceChanged {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "ServiceChanged";
    ServiceId service;
    [[nodiscard]] std::string subject() const { return service.text(); }
};
BOOST_DESCRIBE_STRUCT(ServiceChanged, (), (service))

struct WindowPlanned {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowPlanned";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowPlanned, (), (window))

struct WindowStarted {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowStarted";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowStarted, (), (window))

struct WindowFinished {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowFinished";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowFinished, (), (window))

struct WindowCancelled {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowCancelled";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowCancelled, (), (window))

void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::status
