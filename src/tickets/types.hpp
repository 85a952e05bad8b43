#pragma once
// The values of tickets, as they stand in the API too.
#include "kernel/email.hpp"
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

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
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (id, kind, author, text, folded, mail, verified, at))

struct Ticket {
    TicketId id;
    std::int64_t number = 0;  // what people say: "#1042"
    std::string subject;
    State state = State::waiting_for_us;
    ContactId contact;
    std::optional<AccountId> account;
    std::optional<IncidentId> incident;   // linked as affected
    std::string address;                  // of ours, to which he wrote
    std::optional<Instant> reply_due_at;  // while it waits for us
    bool verified = true;
    std::optional<TicketId> may_belong_to;  // he named it, but nothing proves that he may
    std::optional<TicketId> follows;        // the solved one that it came back from
    Instant created_at;
    Instant changed_at;
    std::vector<Entry> entries;  // oldest first; empty in lists
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Ticket, (),
    (id, number, subject, state, contact, account, incident, address, reply_due_at, verified,
     may_belong_to, follows, created_at, changed_at, entries, version))

// What became of a mail: a person's opens a ticket or joins one; a repetition and a machine's do
// neither and are kept for a person to look at.
enum class Outcome { waiting, opened, joined, repeated, automatic };
BOOST_DESCRIBE_ENUM(Outcome, waiting, opened, joined, repeated, automatic)

struct Mail {
    MailId id;
    std::string envelope_from;
    std::string envelope_to;
    std::int64_t size = 0;  // bytes
    Instant received_at;
    Outcome outcome = Outcome::waiting;
    std::string reason;  // why it was taken for automatic
    std::optional<TicketId> ticket;
};
BOOST_DESCRIBE_STRUCT(
    Mail, (), (id, envelope_from, envelope_to, size, received_at, outcome, reason, ticket))

}  // namespace tellfirst::tickets
