#include "status/incidents/incident_store.hpp"
#include "status/status.hpp"

namespace tellfirst::status {

std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now)
{
    return store::find_incident(tx, id, now);
}

std::vector<Incident>
incidents(db::Tx& tx, Instant now, std::optional<IncidentId> after, int limit, Which which)
{
    return store::incidents(tx, now, after, limit, which);
}

std::vector<Incident> open_incidents(db::Tx& tx, Instant now)
{
    return store::open_incidents(tx, now);
}

std::vector<Incident> incidents_since(db::Tx& tx, Instant from, Instant now)
{
    return store::incidents_since(tx, from, now);
}

}  // namespace tellfirst::status
