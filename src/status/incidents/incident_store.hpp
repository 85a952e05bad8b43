#pragma once
#include "status/incidents/first_seen.hpp"
#include "status/incidents/incidents.hpp"

#include <span>

namespace tellfirst::status::store {

// An incident without its services and updates, which have tables of their own.
void add_incident(db::Tx& tx, Incident const& incident);
// All of its own row; counts the version up.
void save_incident(db::Tx& tx, Incident& incident);
void add_update(db::Tx& tx, IncidentId incident, Update const& update);
// Its notice was taken back: the page alone said it.
void untell(db::Tx& tx, IncidentId incident, UpdateId update);

// Whole incidents; `overdue` is judged by `now`. However many: one query for each table.
[[nodiscard]] std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now);
[[nodiscard]] std::vector<Incident>
incidents(db::Tx& tx, Instant now, std::optional<IncidentId> after, int limit, Which which);
[[nodiscard]] std::vector<Incident> open_incidents(db::Tx& tx, Instant now);
[[nodiscard]] std::vector<Incident> incidents_since(db::Tx& tx, Instant from, Instant now);
[[nodiscard]] std::vector<Incident>
incidents(db::Tx& tx, Instant now, std::span<IncidentId const> ids);

// From `since` the incident holds the service in this state; what it said before ends then.
void touch(db::Tx& tx, IncidentId incident, Touched const& touched, Instant since);
// The incident holds nothing any more.
void release(db::Tx& tx, IncidentId incident, Instant until);
// Since when it holds services in the states that it says now; of those that work again, nothing.
[[nodiscard]] std::optional<Instant> holds_since(db::Tx& tx, IncidentId incident);
// A suspected one is thought to have hit this service.
void suspect(db::Tx& tx, IncidentId incident, Touched const& touched);
// Suspicions of a watcher that nobody has judged and that name this service alone.
[[nodiscard]] std::vector<IncidentId> drafts_of(db::Tx& tx, ServiceId service);

// What was merged into this one.
[[nodiscard]] std::vector<IncidentId> merged_into(db::Tx& tx, IncidentId target);
// The target was seen by customers when either was, and whatever was merged into the merged one
// leads to it.
void lead_on(db::Tx& tx, IncidentId merged, IncidentId into);

// Of incidents that began in this time; suspected and merged ones are left out.
[[nodiscard]] std::vector<FirstSight> sightings(db::Tx& tx, Instant from, Instant to);

}  // namespace tellfirst::status::store
