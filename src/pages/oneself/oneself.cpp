#include "pages/oneself/oneself.hpp"

#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "pages/oneself/errand_store.hpp"
#include "pages/subscribing/service_choice.hpp"
#include "tickets/tickets.hpp"

namespace tellfirst::pages {
namespace {

// More would be no file that a person opens.
constexpr int most_held_tickets = 1'000;

HeldTicket held_ticket(tickets::Ticket const& ticket)
{
    HeldTicket held{
        .number = ticket.number, .subject = ticket.subject, .created_at = ticket.created_at};
    for (auto const& entry : ticket.entries)
        if (entry.kind != tickets::EntryKind::note)
            held.entries.push_back(
                {.at = entry.at,
                 .from_us = entry.kind != tickets::EntryKind::from_customer,
                 .text = entry.text,
                 .folded = entry.folded});
    return held;
}

std::vector<HeldTicket> held_tickets_of(Call& call, ContactId contact)
{
    std::vector<HeldTicket> held;
    for (auto const id : tickets::tickets_of(call.tx, contact, most_held_tickets))
        if (auto const ticket = tickets::find(call, id))
            held.push_back(held_ticket(*ticket));
    return held;
}

}  // namespace

std::optional<JsonObject> all_held_of(Call& call, ContactId contact)
{
    auto const held = accounts::held_of(call, contact);
    if (!held)
        return std::nullopt;
    auto const preferences = accounts::preferences_of(call.tx, contact).value();
    return JsonObject{
        {"person", to_json(*held)},
        {"preferences", to_json(preferences)},
        {"services", to_json(names_chosen(
                         {.offered = offered_services(call.tx), .chosen = preferences.services}))},
        {"notices", to_json(notify::held_notices_of(call.tx, contact))},
        {"tickets", to_json(held_tickets_of(call, contact))}};
}

Result<accounts::Contact> erase_everywhere(Call& call, ContactId contact)
{
    auto const known = accounts::find_contact(call.tx, contact);
    if (!known)
        return not_found("contact");
    notify::forget(call, contact, known->email);
    store::forget_errands(call.tx, contact);
    accounts::set_has_push(call, contact, false);
    return accounts::erase(call, contact);
}

}  // namespace tellfirst::pages
