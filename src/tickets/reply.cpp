#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {
namespace {

// As long as a mail that people still read; also far below what mail servers take.
constexpr std::size_t longest_reply = 100'000;

void stop_clocks(Call& call, Ticket& ticket)
{
    auto const about = ticket.id.text();
    promises::keep_all(call, promises::Source::first_reply, about);
    promises::keep_all(call, promises::Source::next_reply, about);
    ticket.reply_due_at.reset();
}

// Somebody wrote while this reply was being written: its writer has to see that first.
bool misses_something(std::vector<Entry> const& entries, std::optional<EntryId> seen)
{
    return seen && !entries.empty() && entries.back().id != *seen;
}

Result<void> check_text(std::string const& text)
{
    if (trim(text).empty())
        return invalid("reply.needs_text", "text", "Write something first.");
    if (text.size() > longest_reply)
        return invalid("reply.too_long", "text", "A reply has at most 100,000 bytes.");
    return {};
}

Result<Ticket> whole(Call& call, TicketId id)
{
    return *find(call.tx, id);
}

}  // namespace

Result<Ticket> reply(Call& call, TicketId id, Reply const& wish)
{
    if (auto const good = check_text(wish.text); !good)
        return good.error();
    auto ticket = find(call.tx, id);
    if (!ticket)
        return not_found("ticket");
    if (misses_something(ticket->entries, wish.seen))
        return Problem{
            .kind = Refusal::conflict,
            .code = "reply.unseen_entry",
            .detail = "Somebody wrote on this ticket meanwhile. Read that first."};
    say(call, *ticket, {.author = call.actor.text(), .text = wish.text});
    stop_clocks(call, *ticket);
    ticket->state = wish.then == Then::solve ? State::solved : State::waiting_for_customer;
    ticket->changed_at = call.now;
    store::save_ticket(call.tx, *ticket);
    if (wish.then == Then::solve)
        call.tell(TicketSolved{.ticket = id});
    return whole(call, id);
}

Result<Ticket> note(Call& call, TicketId id, Note const& wish)
{
    if (auto const good = check_text(wish.text); !good)
        return good.error();
    if (!store::find_ticket(call.tx, id))
        return not_found("ticket");
    Entry const entry{
        .id = call.new_id<EntryId>(),
        .kind = EntryKind::note,
        .author = call.actor.text(),
        .text = wish.text,
        .at = call.now};
    store::add_entry(call.tx, {.ticket = id, .entry = entry, .message_id = {}});
    call.tell(EntryAdded{.ticket = id, .entry = entry.id});
    return whole(call, id);
}

}  // namespace tellfirst::tickets
