#include "status/status.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {

Result<Ticket> link(Call& call, TicketId id, Link const& wish)
{
    auto ticket = find(call.tx, id);
    if (!ticket)
        return not_found("ticket");
    if (wish.incident && !status::find_incident(call.tx, *wish.incident, call.now))
        return invalid("incident.not_found", "incident", "There is no such incident.");
    if (ticket->incident == wish.incident)
        return *ticket;
    ticket->incident = wish.incident;
    ticket->changed_at = call.now;
    store::save_ticket(call.tx, *ticket);
    call.tell(TicketLinked{.ticket = id, .incident = wish.incident});
    return *ticket;
}

std::optional<Ticket> find(db::Tx& tx, TicketId id)
{
    auto ticket = store::find_ticket(tx, id);
    if (ticket)
        ticket->entries = store::entries(tx, id);
    return ticket;
}

std::vector<Ticket>
list(db::Tx& tx, std::optional<State> state, std::optional<TicketId> after, int limit)
{
    return store::tickets(tx, state, after, limit);
}

}  // namespace tellfirst::tickets
