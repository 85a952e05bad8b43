#pragma once
// Unplanned trouble, from the first suspicion to the review.
#include "db/db.hpp"
#include "status/incidents/types.hpp"

namespace tellfirst::status {

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

// The first promised moment that is still to come: a page that shows it plans its own renewal for
// then, because its words become untrue.
[[nodiscard]] std::optional<Instant> next_due(notify::When const& when, Instant now);

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

}  // namespace tellfirst::status
