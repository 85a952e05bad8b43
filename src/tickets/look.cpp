#include "tickets/store.hpp"

namespace tellfirst::tickets {

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
