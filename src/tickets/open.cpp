#include "kernel/text.hpp"
#include "status/status.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {
namespace {

// A subject stands in lists and in the subject of every answer.
constexpr std::size_t longest_subject = 200;

std::string subject_of(Words const& words)
{
    auto const said = trim(words.subject);
    if (!said.empty())
        return std::string{cut_utf8(said, longest_subject)};
    auto const first_line = trim(words.text).substr(0, trim(words.text).find('\n'));
    return first_line.empty() ? "(no subject)" : std::string{cut_utf8(first_line, 80)};
}

Entry entry_of(Call& call, Words const& words)
{
    return {
        .id = call.new_id<EntryId>(),
        .kind = EntryKind::from_customer,
        .author = words.contact.id.text(),
        .text = words.text,
        .folded = words.folded,
        .mail = words.mail,
        .verified = words.verified,
        .at = call.now};
}

}  // namespace

Ticket open(Call& call, Words const& words)
{
    auto const suspects =
        suspects_of(call, words.contact.account, words.subject + "\n" + words.text);
    Ticket ticket{
        .id = call.new_id<TicketId>(),
        .number = store::next_number(call.tx),
        .subject = subject_of(words),
        .contact = words.contact.id,
        .account = words.contact.account,
        .address = words.address,
        .verified = words.verified,
        .may_belong_to = words.may_belong_to,
        .follows = words.follows,
        .created_at = call.now,
        .changed_at = call.now};
    if (!suspects.all.empty() && suspects.all.front().named)
        ticket.incident = suspects.all.front().incident;
    start_clock(call, ticket, ReplyClock::first_reply);
    store::add_ticket(call.tx, ticket);
    learn_words(call, ticket);
    store::add_entry(
        call.tx,
        {.ticket = ticket.id, .entry = entry_of(call, words), .message_id = words.message_id});
    if (ticket.incident)
        status::heard_from_customer(call, *ticket.incident, ticket.created_at);
    call.tell(TicketOpened{.ticket = ticket.id});
    acknowledge(call, ticket, words.contact, suspects);
    return ticket;
}

void add(Call& call, Ticket& ticket, Words const& words)
{
    auto const entry = entry_of(call, words);
    store::add_entry(
        call.tx, {.ticket = ticket.id, .entry = entry, .message_id = words.message_id});
    if (ticket.state != State::waiting_for_us) {
        ticket.state = State::waiting_for_us;
        start_clock(call, ticket, ReplyClock::next_reply);
    }
    ticket.changed_at = call.now;
    store::save_ticket(call.tx, ticket);
    call.tell(EntryAdded{.ticket = ticket.id, .entry = entry.id});
}

}  // namespace tellfirst::tickets
