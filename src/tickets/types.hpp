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
    std::string author;                 // text id of contact, person, token; or "system"
    std::string author_name;            // "" inside verbs
    std::string text;                   // the newest part
    std::string folded;                 // quotes and signature, never deleted
    std::optional<MailId> mail;         // the raw message it came in
    bool verified = true;               // false: the sender was not authenticated
    std::optional<Instant> undo_until;  // a reply of ours that can still be taken back
    Instant at;
};
BOOST_DESCRIBE_STRUCT(
    Entry, (), (id, kind, author, author_name, text, folded, mail, verified, undo_until, at))

struct Ticket {
    TicketId id;
    std::int64_t number = 0;  // what people say: "#1042"
    std::string subject;
    State state = State::waiting_for_us;
    ContactId contact;
    std::string contact_name;  // names are "" inside verbs
    std::optional<AccountId> account;
    std::string account_name;
    std::optional<IncidentId> incident;  // linked as affected
    std::string incident_title;
    std::string address;                  // of ours, to which he wrote
    std::optional<Instant> reply_due_at;  // while it waits for us
    bool verified = true;
    std::optional<TicketId> may_belong_to;  // he named it, but nothing proves that he may
    std::optional<TicketId> follows;        // the solved one that it came back from
    Instant created_at;
    Instant changed_at;
    std::vector<Entry> entries;  // oldest first
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Ticket, (),
    (id, number, subject, state, contact, contact_name, account, account_name, incident,
     incident_title, address, reply_due_at, verified, may_belong_to, follows, created_at,
     changed_at, entries, version))

// A ticket as it stands in a list.
struct TicketRow {
    TicketId id;
    std::int64_t number = 0;
    std::string subject;
    State state = State::waiting_for_us;
    ContactId contact;
    std::string contact_name;
    std::optional<AccountId> account;
    std::string account_name;  // "" where there is none, as is plan_name
    std::string plan_name;
    std::optional<IncidentId> incident;
    std::string incident_title;
    std::optional<Instant> reply_due_at;
    bool verified = true;
    std::string snippet;  // how the newest word begins that a person wrote: his or ours
    EntryKind last_kind = EntryKind::from_customer;  // of that word
    Instant created_at;
    Instant changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    TicketRow, (),
    (id, number, subject, state, contact, contact_name, account, account_name, plan_name, incident,
     incident_title, reply_due_at, verified, snippet, last_kind, created_at, changed_at, version))

// Which tickets a list shows.
struct Filter {
    std::optional<State> state;
    std::optional<AccountId> account;
    std::optional<IncidentId> incident;
    std::string q;  // "#1042", or words that begin words of subject, contact, address, account
};

// Where a page of a list begins: behind the ticket that stood here in its order.
struct Place {
    std::int64_t key = 0;  // the moment by which the list is ordered, in microseconds
    TicketId ticket;

    [[nodiscard]] std::string text() const;  // "1772618400000000.tkt_aaaak3vq7x2m"
    [[nodiscard]] static std::optional<Place> parse(std::string_view text);
    [[nodiscard]] static std::string expectation();
    bool operator==(Place const&) const = default;
};

struct Counts {
    std::int64_t waiting_for_us = 0;
    std::int64_t waiting_for_customer = 0;
    std::int64_t solved = 0;
    std::int64_t overdue = 0;  // of those that wait for us
};
BOOST_DESCRIBE_STRUCT(Counts, (), (waiting_for_us, waiting_for_customer, solved, overdue))

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
