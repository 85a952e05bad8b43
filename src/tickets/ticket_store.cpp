#include "tickets/store.hpp"

namespace tellfirst::tickets::store {
namespace {

struct StoredTicket {
    TicketId id;
    std::int64_t number = 0;
    std::string subject;
    State state = State::waiting_for_us;
    ContactId contact;
    std::optional<AccountId> account;
    std::optional<IncidentId> incident;
    std::string address;
    std::optional<Instant> reply_due_at;
    bool verified = true;
    std::optional<TicketId> may_belong_to;
    std::optional<TicketId> follows;
    Instant created_at;
    Instant changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    StoredTicket, (),
    (id, number, subject, state, contact, account, incident, address, reply_due_at, verified,
     may_belong_to, follows, created_at, changed_at, version))

Ticket from(StoredTicket const& row)
{
    return {
        .id = row.id,
        .number = row.number,
        .subject = row.subject,
        .state = row.state,
        .contact = row.contact,
        .account = row.account,
        .incident = row.incident,
        .address = row.address,
        .reply_due_at = row.reply_due_at,
        .verified = row.verified,
        .may_belong_to = row.may_belong_to,
        .follows = row.follows,
        .created_at = row.created_at,
        .changed_at = row.changed_at,
        .version = row.version};
}

std::vector<Ticket> from(std::vector<StoredTicket> const& rows)
{
    std::vector<Ticket> all;
    for (auto const& row : rows)
        all.push_back(from(row));
    return all;
}

std::optional<Ticket> from(std::optional<StoredTicket> const& row)
{
    return row ? std::optional{from(*row)} : std::nullopt;
}

// The columns of StoredTicket, in its order; `condition` is one of the literals below.
std::string select(std::string_view condition)
{
    std::string sql = R"sql(
        SELECT id, number, subject, state, contact, account, incident, address, reply_due_at,
               verified, may_belong_to, follows, created_at, changed_at, version
        FROM   tickets_tickets
        WHERE  )sql";
    return sql += condition;
}

}  // namespace

std::int64_t next_number(db::Tx& tx)
{
    return *tx.one<std::int64_t>(
        "UPDATE tickets_numbers SET last = last + 1 WHERE one = 1 RETURNING last");
}

void add_ticket(db::Tx& tx, Ticket const& ticket)
{
    tx.run(
        R"sql(
        INSERT INTO tickets_tickets (id, number, subject, state, contact, account, incident,
                                     address, reply_due_at, verified, may_belong_to, follows,
                                     created_at, changed_at, version)
        VALUES (:id, :number, :subject, :state, :contact, :account, :incident,
                :address, :reply_due_at, :verified, :may_belong_to, :follows,
                :created_at, :changed_at, :version))sql",
        {{"id", ticket.id},
         {"number", ticket.number},
         {"subject", ticket.subject},
         {"state", ticket.state},
         {"contact", ticket.contact},
         {"account", ticket.account},
         {"incident", ticket.incident},
         {"address", ticket.address},
         {"reply_due_at", ticket.reply_due_at},
         {"verified", ticket.verified},
         {"may_belong_to", ticket.may_belong_to},
         {"follows", ticket.follows},
         {"created_at", ticket.created_at},
         {"changed_at", ticket.changed_at},
         {"version", ticket.version}});
}

void save_ticket(db::Tx& tx, Ticket& ticket)
{
    ++ticket.version;
    tx.run(
        R"sql(
        UPDATE tickets_tickets
        SET    state = :state, incident = :incident, reply_due_at = :reply_due_at,
               changed_at = :changed_at, version = :version
        WHERE  id = :id)sql",
        {{"id", ticket.id},
         {"state", ticket.state},
         {"incident", ticket.incident},
         {"reply_due_at", ticket.reply_due_at},
         {"changed_at", ticket.changed_at},
         {"version", ticket.version}});
}

std::optional<Ticket> find_ticket(db::Tx& tx, TicketId id)
{
    return from(tx.one<StoredTicket>(select("id = :id"), {{"id", id}}));
}

std::optional<Ticket> find_numbered(db::Tx& tx, std::int64_t number)
{
    return from(tx.one<StoredTicket>(select("number = :number"), {{"number", number}}));
}

std::vector<Ticket>
linked_to(db::Tx& tx, IncidentId incident, std::optional<TicketId> after, int limit)
{
    return from(tx.all<StoredTicket>(
        select("incident = :incident AND state <> 'solved' AND id > :after "
               "ORDER BY id LIMIT :limit"),
        {{"incident", incident}, {"after", after.value_or(TicketId{1})}, {"limit", limit}}));
}

std::int64_t other_accounts(db::Tx& tx, IncidentId incident, std::optional<AccountId> but)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT COUNT(DISTINCT account)
        FROM   tickets_tickets
        WHERE  incident = :incident AND account IS NOT NULL AND account <> :but)sql",
        {{"incident", incident}, {"but", but.value_or(AccountId{1})}});
}

void add_entry(db::Tx& tx, NewEntry const& wish)
{
    auto const& entry = wish.entry;
    tx.run(
        R"sql(
        INSERT INTO tickets_entries (id, ticket, kind, author, text, folded, mail, message_id,
                                     verified, at)
        VALUES (:id, :ticket, :kind, :author, :text, :folded, :mail, :message_id,
                :verified, :at))sql",
        {{"id", entry.id},
         {"ticket", wish.ticket},
         {"kind", entry.kind},
         {"author", entry.author},
         {"text", entry.text},
         {"folded", entry.folded},
         {"mail", entry.mail},
         {"message_id", wish.message_id},
         {"verified", entry.verified},
         {"at", entry.at}});
}

void remove_entry(db::Tx& tx, EntryId id)
{
    tx.run("DELETE FROM tickets_entries WHERE id = :id", {{"id", id}});
}

std::vector<Entry> entries(db::Tx& tx, TicketId id, Instant now)
{
    return tx.all<Entry>(
        R"sql(
        SELECT e.id AS id, e.kind AS kind, e.author AS author, '' AS author_name, e.text AS text,
               e.folded AS folded, e.mail AS mail, e.verified AS verified,
               u.until AS undo_until, e.at AS at
        FROM   tickets_entries e
        LEFT JOIN tickets_undo u ON u.entry = e.id AND u.until > :now
        WHERE  e.ticket = :ticket
        ORDER BY e.id)sql",
        {{"ticket", id}, {"now", now}});
}

std::vector<std::string> message_ids(db::Tx& tx, TicketId id, int limit)
{
    auto ids = tx.all<std::string>(
        R"sql(
        SELECT message_id
        FROM   tickets_entries
        WHERE  ticket = :ticket AND message_id <> ''
        ORDER BY id DESC
        LIMIT  :limit)sql",
        {{"ticket", id}, {"limit", limit}});
    std::ranges::reverse(ids);
    return ids;
}

std::string last_message_of_customer(db::Tx& tx, TicketId id)
{
    return tx
        .one<std::string>(
            R"sql(
        SELECT message_id
        FROM   tickets_entries
        WHERE  ticket = :ticket AND kind = 'from_customer' AND message_id <> ''
        ORDER BY id DESC
        LIMIT  1)sql",
            {{"ticket", id}})
        .value_or("");
}

}  // namespace tellfirst::tickets::store

namespace tellfirst::tickets {

std::vector<TicketId> tickets_of(db::Tx& tx, ContactId contact, int limit)
{
    return tx.all<TicketId>(
        R"sql(
        SELECT id
        FROM   tickets_tickets
        WHERE  contact = :contact
        ORDER BY id
        LIMIT  :limit)sql",
        {{"contact", contact}, {"limit", limit}});
}

}  // namespace tellfirst::tickets
