#pragma once
#include "status/services/doubt.hpp"
#include "status/services/ppm.hpp"
#include "status/services/services.hpp"

namespace tellfirst::status::store {

// The last word of each watcher, confirmation and interval.
[[nodiscard]] Heard heard_of(db::Tx& tx, Service const& service);

// What a watcher sees from `at` on; what it saw before ends then.
struct Seen {
    ServiceId service;
    std::string seen_from;
    ServiceState state = ServiceState::operational;
    std::optional<Ppm> failing_ppm;
    std::string detail;
    Instant at;
};
void begin_sighting(db::Tx& tx, Seen const& seen);
// It saw the same again.
void renew_sighting(db::Tx& tx, Seen const& seen);
// Watchers that were last heard of before that moment are no more asked.
void forget_sightings(db::Tx& tx, ServiceId service, Instant before);
// A person has looked at all that is seen now.
void judge_sightings(db::Tx& tx, ServiceId service);

void add_confirmation(db::Tx& tx, ServiceId service, Check const& check, PersonId person);

// --- status_unknown ---
[[nodiscard]] bool is_unknown(db::Tx& tx, ServiceId service);
// Never before the last one ended: history is told once.
void begin_unknown(db::Tx& tx, ServiceId service, Instant since);
void end_unknown(db::Tx& tx, ServiceId service, Instant until);

// The newest open incident that holds the service, else the newest that is suspected of it. Those
// of one account say nothing about the service.
[[nodiscard]] std::optional<IncidentId> incident_of(db::Tx& tx, ServiceId service);
[[nodiscard]] bool is_in_window(db::Tx& tx, ServiceId service);

}  // namespace tellfirst::status::store
