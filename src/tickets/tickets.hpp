#pragma once
// The door of tickets: one conversation from first word to real end.
#include "db/db.hpp"
#include "jobs/jobs.hpp"
#include "kernel/email.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::tickets {

enum class State { waiting_for_us, waiting_for_customer, solved };
BOOST_DESCRIBE_ENUM(State, waiting_for_us, waiting_for_customer, solved)

enum class EntryKind { from_customer, from_us, acknowledgement, note };
BOOST_DESCRIBE_ENUM(EntryKind, from_customer, from_us, acknowledgement, note)

struct Entry {
    EntryId id;
    EntryKind kind = EntryKind::from_customer;
    std::string author;          // text id of contact, person, token; or "system"
    std::string text;            // the newest part
    std::string folded;          // quotes and signature, never deleted
    std::optional<MailId> mail;  // the raw message it came in
    bool verified = true;        // false: the sender was not authenticated
    bool held = false;           // waits for a person before it counts
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (id, kind, author, text, folded, mail, verified, held, at))

struct Ticket {
    TicketId id;
    std::int64_t number = 0;  // what people say: "#1042"
    std::string subject;
    State state = State::waiting_for_us;
    ContactId contact;
    std::optional<AccountId> account;
    std::optional<IncidentId> incident;   // linked as affected
    std::optional<Instant> reply_due_at;  // while it waits for us
    bool verified = true;
    std::optional<TicketId> follows;  // the solved one that it came back from
    Instant created_at;
    Instant changed_at;
    std::vector<Entry> entries;  // oldest first; empty in lists
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Ticket, (),
    (id, number, subject, state, contact, account, incident, reply_due_at, verified, follows,
     created_at, changed_at, entries, version))

// --- mail in ---
struct Incoming {
    std::string from;  // envelope; "" is the null sender
    std::string to;    // one recipient of ours
    std::string raw;
};
// Stores the raw message and queues its reading: what this returns from is durable once the
// transaction is. The same message to the same recipient within a day is the same mail (P2).
MailId take_in(Call& call, Incoming const& mail);

enum class Then { wait, solve };
BOOST_DESCRIBE_ENUM(Then, wait, solve)

struct Reply {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    Then then = Then::wait;
    std::optional<EntryId> seen;  // the newest entry that the writer has seen
};
BOOST_DESCRIBE_STRUCT(Reply, (), (text, then, seen))

// Errors reply.needs_text, ticket.not_found, reply.unseen_entry (409: a newer entry than `seen`).
[[nodiscard]] Result<Ticket> reply(Call& call, TicketId id, Reply const& wish);
struct Note {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))
[[nodiscard]] Result<Ticket> note(Call& call, TicketId id, Note const& wish);
[[nodiscard]] Result<Ticket> link_incident(Call& call, TicketId id, IncidentId incident);

[[nodiscard]] std::optional<Ticket> find(db::Tx& tx, TicketId id);
// Newest first, without entries.
[[nodiscard]] std::vector<Ticket>
list(db::Tx& tx, std::optional<State> state, std::optional<TicketId> after, int limit);

struct TicketOpened {
    static constexpr std::string_view room = "tickets";
    static constexpr std::string_view kind = "TicketOpened";
    TicketId ticket;
    [[nodiscard]] std::string subject() const { return ticket.text(); }
};
BOOST_DESCRIBE_STRUCT(TicketOpened, (), (ticket))

struct EntryAdded {
    static constexpr std::string_view room = "tickets";
    static constexpr std::string_view kind = "EntryAdded";
    TicketId ticket;
    EntryId entry;
    [[nodiscard]] std::string subject() const { return ticket.text(); }
};
BOOST_DESCRIBE_STRUCT(EntryAdded, (), (ticket, entry))

struct TicketSolved {
    static constexpr std::string_view room = "tickets";
    static constexpr std::string_view kind = "TicketSolved";
    TicketId ticket;
    [[nodiscard]] std::string subject() const { return ticket.text(); }
};
BOOST_DESCRIBE_STRUCT(TicketSolved, (), (ticket))

void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::tickets
