#pragma once
// The door of tickets: one conversation from first word to real end.
#include "db/db.hpp"
#include "jobs/jobs.hpp"
#include "tickets/types.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::tickets {

// --- mail in ---
// A raw message, safe: a small one in its row, a large one in a file that was synced with its
// folder before any row names it.
struct Kept {
    std::string raw;
    std::string file;
    std::int64_t size = 0;
};
inline constexpr std::size_t largest_in_row = 64 * 1024;
// Touches the disk where the message is larger than that, so not on an I/O thread. Throws
// std::system_error where the disk does not take it.
[[nodiscard]] Kept keep_raw(Settings const& settings, std::string raw);

struct Incoming {
    std::string from;  // envelope; "" is the null sender
    std::string to;    // one recipient of ours
    Kept kept;
};
// Stores the message and queues its reading: once the transaction is committed, it is ours.
MailId take_in(Call& call, Incoming const& mail);

// --- answering ---
enum class Then { wait, solve };
BOOST_DESCRIBE_ENUM(Then, wait, solve)

struct Reply {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    Then then = Then::wait;
    std::optional<EntryId> seen;  // the newest entry that the writer has seen
};
BOOST_DESCRIBE_STRUCT(Reply, (), (text, then, seen))

// Sends the customer a mail that threads. Errors reply.needs_text, ticket.not_found,
// reply.unseen_entry (409: a newer entry than `seen`).
[[nodiscard]] Result<Ticket> reply(Call& call, TicketId id, Reply const& wish);
struct Note {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))
[[nodiscard]] Result<Ticket> note(Call& call, TicketId id, Note const& wish);
// Links the ticket to the incident that it is about, whose end will be answered; nothing unlinks.
struct Link {
    std::optional<IncidentId> incident;
};
BOOST_DESCRIBE_STRUCT(Link, (), (incident))
[[nodiscard]] Result<Ticket> link(Call& call, TicketId id, Link const& wish);

[[nodiscard]] std::optional<Ticket> find(db::Tx& tx, TicketId id);
// Newest first, without entries.
[[nodiscard]] std::vector<Ticket>
list(db::Tx& tx, std::optional<State> state, std::optional<TicketId> after, int limit);

// Mails by what became of them, newest first: what a machine sent is never lost to sight.
[[nodiscard]] std::vector<Mail>
mails(db::Tx& tx, std::optional<Outcome> outcome, std::optional<MailId> after, int limit);

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

struct TicketLinked {
    static constexpr std::string_view room = "tickets";
    static constexpr std::string_view kind = "TicketLinked";
    TicketId ticket;
    std::optional<IncidentId> incident;
    [[nodiscard]] std::string subject() const { return ticket.text(); }
};
BOOST_DESCRIBE_STRUCT(TicketLinked, (), (ticket, incident))

void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::tickets
