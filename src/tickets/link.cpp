#include "status/status.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {
namespace {

// Of one that was merged, the other: there the further words are said.
Result<std::optional<IncidentId>> incident_for(Call& call, Link const& wish)
{
    if (!wish.incident)
        return std::optional<IncidentId>{};
    auto const incident = status::find_incident(call.tx, *wish.incident, call.now);
    if (!incident)
        return invalid("incident.not_found", "incident", "There is no such incident.");
    return std::optional{incident->merged_into.value_or(incident->id)};
}

}  // namespace

Result<Ticket> link(Call& call, TicketId id, Link const& wish)
{
    auto ticket = store::find_ticket(call.tx, id);
    if (!ticket)
        return not_found("ticket");
    auto const incident = incident_for(call, wish);
    if (!incident)
        return incident.error();
    if (ticket->incident == *incident)
        return *find(call, id);
    ticket->incident = *incident;
    ticket->changed_at = call.now;
    store::save_ticket(call.tx, *ticket);
    if (*incident)
        status::heard_from_customer(call, **incident, ticket->created_at);
    call.tell(TicketLinked{.ticket = id, .incident = *incident});
    return *find(call, id);
}

}  // namespace tellfirst::tickets
