#include "notify/notify.hpp"
#include "promises/promises.hpp"
#include "tickets/conversation.hpp"

// A reply that is taken back was never said: the customer never saw it, so the ticket must stand as
// if only what came afterwards had happened.
//
//   nothing came            all is as it was before the reply
//   the customer wrote      he writes for the second time without an answer, which does not move
//                           his due time: the one before the reply holds again, and the clock
//                           that his new word started is withdrawn. Where nobody waited for us
//                           before the reply, his word started a clock of its own, and that stays.
//   we answered again       that answer stands and keeps what this one had kept; should it be taken
//                           back as well, the ticket returns to before the first
namespace tellfirst::tickets {
namespace {

constexpr auto reason = "the reply was taken back";

// What happened behind a reply, up to our next answer.
struct Since {
    bool customer_wrote = false;
    std::optional<Entry> answer;
};

Since since(std::vector<Entry> const& entries, EntryId reply)
{
    Since since;
    for (auto const& entry : entries) {
        if (entry.id <= reply)
            continue;
        since.customer_wrote |= entry.kind == EntryKind::from_customer;
        if (entry.kind == EntryKind::from_us) {
            since.answer = entry;
            break;
        }
    }
    return since;
}

// Without the reply, would the ticket be waiting for us since before it, or since the customer's
// next word?
bool began_with_next_word(store::Undo const& before, Since const& since)
{
    return since.customer_wrote && before.state != State::waiting_for_us;
}

// The next answer takes the place of the reply.
void hand_over(Call& call, store::Undo const& before, Since const& since)
{
    if (began_with_next_word(before, since))
        return;
    if (before.promise) {
        auto const promise = promises::find(call.tx, *before.promise);
        if (promise && promise->due_at && *promise->due_at < since.answer->at) {
            // Kept by the reply, but the answer that is left came too late.
            (void)promises::reopen(call, promise->id, reason).value();
            (void)promises::keep(call, promise->id).value();
        }
    }
    auto next = store::find_undo(call.tx, since.answer->id);
    if (!next)
        return;
    if (since.customer_wrote && next->promise && next->promise != before.promise) {
        // The clock that his word in between started would not run, so nothing has kept it.
        (void)promises::reopen(call, *next->promise, reason).value();
        (void)promises::withdraw(call, *next->promise, reason).value();
    }
    next->state = before.state;
    next->reply_due_at = before.reply_due_at;
    next->promise = before.promise;
    if (!since.customer_wrote)
        next->changed_at = before.changed_at;
    store::save_undo(call.tx, *next);
}

void restore(Call& call, Ticket& ticket, store::Undo const& before, Since const& since)
{
    if (!since.customer_wrote)
        ticket.changed_at = before.changed_at;
    if (began_with_next_word(before, since))
        return;
    if (since.customer_wrote)
        promises::withdraw_all(call, promises::Source::next_reply, ticket.id.text(), reason);
    if (before.promise)
        (void)promises::reopen(call, *before.promise, reason).value();
    ticket.state = before.state;
    ticket.reply_due_at = before.reply_due_at;
}

Problem already_sent()
{
    return conflict("reply.already_sent", "This reply is on its way already. Write another one.");
}

}  // namespace

Result<Undone> undo(Call& call, TicketId id, EntryId reply)
{
    auto ticket = store::find_ticket(call.tx, id);
    if (!ticket)
        return not_found("ticket");
    auto const entries = store::entries(call.tx, id, call.now);
    auto const entry = std::ranges::find(entries, reply, &Entry::id);
    auto before = store::find_undo(call.tx, reply);
    if (before && before->ticket == id && before->undone_at)
        return Undone{.ticket = *find(call, id), .text = before->text};  // said twice
    if (entry == entries.end() || entry->kind != EntryKind::from_us)
        return not_found("reply");
    if (!before || !notify::take_back(call, before->notice))
        return already_sent();

    auto const happened = since(entries, reply);
    if (happened.answer)
        hand_over(call, *before, happened);
    else
        restore(call, *ticket, *before, happened);
    store::save_ticket(call.tx, *ticket);
    store::remove_entry(call.tx, reply);
    before->text = entry->text;
    before->undone_at = call.now;
    store::save_undo(call.tx, *before);
    call.tell(ReplyUndone{.ticket = id, .entry = reply});
    return Undone{.ticket = *find(call, id), .text = entry->text};
}

}  // namespace tellfirst::tickets
