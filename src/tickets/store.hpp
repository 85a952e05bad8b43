#pragma once
#include "tickets/tickets.hpp"

namespace tellfirst::tickets::store {

void add_mail(db::Tx& tx, Mail const& mail, Kept const& kept);
[[nodiscard]] std::optional<Mail> find_mail(db::Tx& tx, MailId id);
[[nodiscard]] std::optional<Kept> kept_of(db::Tx& tx, MailId id);
// What became of it; `same` finds its repetitions.
struct Read {
    Outcome outcome = Outcome::waiting;
    std::string reason;
    std::string same;
    std::string same_text;
    std::optional<TicketId> ticket;
};
void save_read(db::Tx& tx, MailId id, Read const& read);
// The ticket of an earlier mail, received since then, that has `same` in common with it, or its
// words and went to another address.
struct Repetition {
    std::string_view same;
    std::string_view same_text;  // "" for none
    std::string_view address;
    Instant since;
};
[[nodiscard]] std::optional<TicketId> ticket_of_same(db::Tx& tx, Repetition const& what);
[[nodiscard]] std::vector<Mail>
mails(db::Tx& tx, std::optional<Outcome> outcome, std::optional<MailId> after, int limit);

[[nodiscard]] std::int64_t next_number(db::Tx& tx);
void add_ticket(db::Tx& tx, Ticket const& ticket);
// State, incident, reply_due_at, changed_at; counts the version up.
void save_ticket(db::Tx& tx, Ticket& ticket);
// Without entries and names.
[[nodiscard]] std::optional<Ticket> find_ticket(db::Tx& tx, TicketId id);
[[nodiscard]] std::optional<Ticket> find_numbered(db::Tx& tx, std::int64_t number);
// Those linked to an incident that are not solved, oldest first, behind `after`.
[[nodiscard]] std::vector<Ticket>
linked_to(db::Tx& tx, IncidentId incident, std::optional<TicketId> after, int limit);
// How many other accounts have written about it.
[[nodiscard]] std::int64_t
other_accounts(db::Tx& tx, IncidentId incident, std::optional<AccountId> but);

// An entry and, where it came or went by mail, that mail's Message-ID (without brackets).
struct NewEntry {
    TicketId ticket;
    Entry entry;
    std::string message_id;
};
void add_entry(db::Tx& tx, NewEntry const& wish);
void remove_entry(db::Tx& tx, EntryId id);
// Oldest first, without names; `now` decides what can still be taken back.
[[nodiscard]] std::vector<Entry> entries(db::Tx& tx, TicketId id, Instant now);
// Message-IDs of the ticket's mails, oldest first, at most the newest `limit`.
[[nodiscard]] std::vector<std::string> message_ids(db::Tx& tx, TicketId id, int limit);

// The Message-ID of the customer's newest mail on it; "" where there is none.
[[nodiscard]] std::string last_message_of_customer(db::Tx& tx, TicketId id);

// Automatic mails that left for a contact since then.
[[nodiscard]] std::vector<Instant> automatic_since(db::Tx& tx, ContactId contact, Instant since);
void count_automatic(Call& call, ContactId contact, TicketId ticket);

// --- undo_store.cpp ---
// How a ticket stood before a reply, and the letter that carries it.
struct Undo {
    EntryId entry;
    TicketId ticket;
    NoticeId notice;
    Instant until;
    State state = State::waiting_for_us;
    std::optional<Instant> reply_due_at;
    Instant changed_at;
    std::optional<PromiseId> promise;  // that the reply kept
    std::string text;                  // once it is undone
    std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(
    Undo, (),
    (entry, ticket, notice, until, state, reply_due_at, changed_at, promise, text, undone_at))
void add_undo(db::Tx& tx, Undo const& undo);
void save_undo(db::Tx& tx, Undo const& undo);
[[nodiscard]] std::optional<Undo> find_undo(db::Tx& tx, EntryId entry);

// --- list_store.cpp ---
[[nodiscard]] std::vector<TicketRow>
rows(db::Tx& tx, Filter const& filter, std::optional<Place> after, int limit);
[[nodiscard]] std::optional<TicketRow> row(db::Tx& tx, TicketId id);
// Others of the same contact or account, what changed last first.
[[nodiscard]] std::vector<TicketRow> related(db::Tx& tx, Ticket const& ticket, int limit);
[[nodiscard]] Counts counts(db::Tx& tx, Instant now);
[[nodiscard]] Written written_during(db::Tx& tx, IncidentId incident, Instant from, Instant to);
// How many other tickets are linked to it.
[[nodiscard]] std::int64_t others_linked(db::Tx& tx, IncidentId incident, TicketId but);
// The words by which a ticket is found.
void add_words(db::Tx& tx, TicketId id, std::vector<std::string> const& words);

}  // namespace tellfirst::tickets::store

namespace tellfirst::tickets {

// The list of those that wait for us is ordered by due time, every other by the last change.
enum class Order { by_due, by_change };
[[nodiscard]] Order order_of(Filter const& filter);
// Where the order has no due time; in the indexes as here.
inline constexpr std::int64_t end_of_days = std::numeric_limits<std::int64_t>::max();

}  // namespace tellfirst::tickets
