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
    std::optional<EntryId> seen;         // the newest entry that the writer has seen
    std::optional<std::int64_t> undo_s;  // 0 to 120; absent: as the settings say; 0: at once
};
BOOST_DESCRIBE_STRUCT(Reply, (), (text, then, seen, undo_s))

// Sends the customer a mail that threads, after the time in which it can be taken back. Errors
// reply.needs_text, reply.bad_undo, ticket.not_found, reply.unseen_entry (409: a newer entry than
// `seen`).
[[nodiscard]] Result<Ticket> reply(Call& call, TicketId id, Reply const& wish);

struct Undone {
    Ticket ticket;
    std::string text;  // what the reply said, so that it can be mended
};
BOOST_DESCRIBE_STRUCT(Undone, (), (ticket, text))
// The reply was never said: its entry and mail are gone, and the ticket stands as if only what came
// afterwards had happened. Said twice: the same answer. Errors ticket.not_found, reply.not_found,
// reply.already_sent (409).
[[nodiscard]] Result<Undone> undo(Call& call, TicketId id, EntryId reply);

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

// With its entries and all names.
[[nodiscard]] std::optional<Ticket> find(Call& call, TicketId id);
// His, oldest first.
[[nodiscard]] std::vector<TicketId> tickets_of(db::Tx& tx, ContactId contact, int limit);
// Of state waiting_for_us: soonest due first, those without a due time last, then oldest first.
// All other lists: what changed last first.
[[nodiscard]] std::vector<TicketRow>
list(db::Tx& tx, Filter const& filter, std::optional<Place> after, int limit);
[[nodiscard]] Place place_of(Filter const& filter, TicketRow const& row);
[[nodiscard]] Counts counts(db::Tx& tx, Instant now);

// How many wrote while something was wrong: whose ticket is linked to that incident, whenever it
// was opened, and whose ticket of that time is linked to none.
struct Written {
    std::int64_t linked = 0;
    std::int64_t free = 0;
    bool operator==(Written const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Written, (), (linked, free))
[[nodiscard]] Written written_during(db::Tx& tx, IncidentId incident, Instant from, Instant to);

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

struct ReplyUndone {
    static constexpr std::string_view room = "tickets";
    static constexpr std::string_view kind = "ReplyUndone";
    TicketId ticket;
    EntryId entry;
    [[nodiscard]] std::string subject() const { return ticket.text(); }
};
BOOST_DESCRIBE_STRUCT(ReplyUndone, (), (ticket, entry))

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
