#include "promises/promises.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/status.hpp"
#include "team/team.hpp"

namespace tellfirst::status {

Result<Incident>
hand_over(Call& call, IncidentId id, HandOver const& wish, std::optional<std::int64_t> version)
{
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (wish.owner) {
        auto const person = team::find_person(call.tx, *wish.owner);
        if (!person || person->disabled)
            return invalid("person.not_found", "owner", "There is no such person at work.");
    }
    if (incident->owner == wish.owner)
        return *incident;
    if (version && *version != incident->version)
        return stale();
    incident->owner = wish.owner;
    store::save_incident(call.tx, *incident);
    promises::hand_over_all(call, id.text(), wish.owner);
    call.tell(IncidentHandedOver{.incident = id, .owner = wish.owner});
    return *incident;
}

}  // namespace tellfirst::status
