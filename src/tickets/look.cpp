#include "accounts/accounts.hpp"
#include "team/team.hpp"
#include "tickets/store.hpp"

namespace tellfirst::tickets {
namespace {

// What we say ourselves carries the name that stands in its mail's From.
std::string name_of_author(db::Tx& tx, std::string_view author)
{
    if (auto const contact = ContactId::parse(author)) {
        auto const found = accounts::find_contact(tx, *contact);
        return found ? found->name : std::string{};
    }
    if (author != "system")
        return team::name_of_actor(tx, author);
    return accounts::default_brand(tx).name;
}

}  // namespace

std::optional<Ticket> find(Call& call, TicketId id)
{
    auto ticket = store::find_ticket(call.tx, id);
    auto const row = store::row(call.tx, id);
    if (!ticket || !row)
        return std::nullopt;
    ticket->contact_name = row->contact_name;
    ticket->account_name = row->account_name;
    ticket->incident_title = row->incident_title;
    ticket->entries = store::entries(call.tx, id, call.now);
    std::map<std::string, std::string> names;  // a handful of people, however much they wrote
    for (auto& entry : ticket->entries) {
        auto const [known, is_new] = names.try_emplace(entry.author);
        if (is_new)
            known->second = name_of_author(call.tx, entry.author);
        entry.author_name = known->second;
    }
    return ticket;
}

std::vector<TicketRow> list(db::Tx& tx, Filter const& filter, std::optional<Place> after, int limit)
{
    return store::rows(tx, filter, after, limit);
}

Written written_during(db::Tx& tx, IncidentId incident, Instant from, Instant to)
{
    return store::written_during(tx, incident, from, to);
}

Counts counts(db::Tx& tx, Instant now)
{
    return store::counts(tx, now);
}

}  // namespace tellfirst::tickets
