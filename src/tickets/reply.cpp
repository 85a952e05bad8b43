#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {
namespace {

// As long as a mail that people still read; also far below what mail servers take.
constexpr std::size_t longest_reply = 100'000;

// Longer than this nobody waits for an answer that is written already.
constexpr std::int64_t longest_undo_s = 120;

Result<std::chrono::seconds> undo_time(Call& call, Reply const& wish)
{
    if (!wish.undo_s)
        return call.settings.tickets.undo;
    if (*wish.undo_s < 0 || *wish.undo_s > longest_undo_s)
        return invalid("reply.bad_undo", "undo_s", "A reply waits 0 to 120 seconds.");
    return std::chrono::seconds{*wish.undo_s};
}

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

// Says it, and keeps how the ticket stood before, where it can be taken back.
void say_for_now(Call& call, Ticket const& before, Reply const& wish, std::chrono::seconds undo)
{
    auto const said =
        say(call, before, {.author = call.actor.text(), .text = wish.text, .undo = undo});
    if (undo == std::chrono::seconds{0})
        return;
    auto const promise = promised_reply(call.tx, before.id);
    store::add_undo(
        call.tx, {.entry = said.entry,
                  .ticket = before.id,
                  .notice = said.notice,
                  .until = call.now + undo,
                  .state = before.state,
                  .reply_due_at = before.reply_due_at,
                  .changed_at = before.changed_at,
                  .promise = promise ? std::optional{promise->id} : std::nullopt,
                  .text = {},
                  .undone_at = {}});
}

}  // namespace

Result<Ticket> reply(Call& call, TicketId id, Reply const& wish)
{
    if (auto const good = check_text(wish.text); !good)
        return good.error();
    auto const undo = undo_time(call, wish);
    if (!undo)
        return undo.error();
    auto ticket = store::find_ticket(call.tx, id);
    if (!ticket)
        return not_found("ticket");
    if (misses_something(store::entries(call.tx, id, call.now), wish.seen))
        return conflict(
            "reply.unseen_entry", "Somebody wrote on this ticket meanwhile. Read that first.");
    say_for_now(call, *ticket, wish, *undo);
    stop_clocks(call, *ticket);
    ticket->state = wish.then == Then::solve ? State::solved : State::waiting_for_customer;
    ticket->changed_at = call.now;
    store::save_ticket(call.tx, *ticket);
    if (wish.then == Then::solve)
        call.tell(TicketSolved{.ticket = id});
    return *find(call, id);
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
    return *find(call, id);
}

}  // namespace tellfirst::tickets
