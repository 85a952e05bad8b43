#include "status/status.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {

Result<Ticket> link(Call& call, TicketId id, Link const& wish)
{
    auto ticket = store::find_ticket(call.tx, id);
    if (!ticket)
        return not_found("ticket");
    if (wish.incident && !status::find_incident(call.tx, *wish.incident, call.now))
        return invalid("incident.not_found", "incident", "There is no such incident.");
    if (ticket->incident == wish.incident)
        return *find(call, id);
    ticket->incident = wish.incident;
    ticket->changed_at = call.now;
    store::save_ticket(call.tx, *ticket);
    call.tell(TicketLinked{.ticket = id, .incident = wish.incident});
    return *find(call, id);
}

}  // namespace tellfirst::tickets
