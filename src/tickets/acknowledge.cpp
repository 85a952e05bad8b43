#include "accounts/accounts.hpp"
#include "tickets/acknowledgement.hpp"
#include "tickets/conversation.hpp"
#include "tickets/loop_guard.hpp"

namespace tellfirst::tickets {
namespace {

bool may_acknowledge(Call& call, accounts::Contact const& contact)
{
    auto const sent = store::automatic_since(call.tx, contact.id, call.now - loop_memory);
    return contact.account ? may_answer(sent, call.now) : may_answer_stranger(sent, call.now);
}

accounts::Calendar calendar_of(Call& call, Ticket const& ticket)
{
    if (ticket.account) {
        auto const terms = accounts::terms_of(call.tx, *ticket.account, call.now);
        if (terms && terms->calendar)
            if (auto const own = accounts::find_calendar(call.tx, *terms->calendar))
                return *own;
    }
    return accounts::default_calendar(call.tx);
}

std::string workaround_of(Suspects::Suspect const& suspect)
{
    if (!suspect.workaround)
        return {};
    auto const& [text, url] = *suspect.workaround;
    return url ? text + " " + *url : text;
}

}  // namespace

void acknowledge(
    Call& call, Ticket const& ticket, accounts::Contact const& contact, Suspects const& suspects)
{
    if (!may_acknowledge(call, contact))
        return;
    // A stranger may be anybody's forged address: he reads nothing that the mail itself said, or we
    // would carry somebody else's advertisement to him.
    bool const is_known = contact.account.has_value();
    words::Reader const reader{
        .language = words::language_of(contact.language), .zone = contact.zone};
    Acknowledgement facts{
        .name = is_known ? contact.name : std::string{},
        .number = ticket.number,
        .due_at = ticket.reply_due_at};
    if (auto const stretch = promises::open_at_or_after(calendar_of(call, ticket), call.now)) {
        if (stretch->opens <= call.now)
            facts.open_until = stretch->closes;
        else
            facts.opens_at = stretch->opens;
    }
    for (auto const& suspect : suspects.all)
        facts.known.push_back(
            {.services = suspect.services,
             .eta_at = suspect.eta_at,
             .next_word_at = suspect.next_word_at,
             .workaround = workaround_of(suspect),
             .named = suspect.named,
             .other_accounts = store::other_accounts(call.tx, suspect.incident, ticket.account)});
    say(call, ticket,
        {.kind = EntryKind::acknowledgement,
         .author = "system",
         .subject = is_known ? std::string{} : plain_subject(ticket.number, reader.language),
         .text = acknowledgement_text(facts, reader, call.now),
         .automatic = true});
    store::count_automatic(call, contact.id, ticket.id);
}

}  // namespace tellfirst::tickets
