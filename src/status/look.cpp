#include "status/status.hpp"
#include "status/store.hpp"

namespace tellfirst::status {

std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now)
{
    return store::find_incident(tx, id, now);
}

std::vector<Incident>
incidents(db::Tx& tx, Instant now, Which which, std::optional<IncidentId> after, int limit)
{
    return store::incidents(tx, now, which, after, limit);
}

std::vector<Incident> open_incidents(db::Tx& tx, Instant now)
{
    return store::open_incidents(tx, now);
}

}  // namespace tellfirst::status
