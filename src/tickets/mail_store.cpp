#include "tickets/store.hpp"

namespace tellfirst::tickets::store {

void add_mail(db::Tx& tx, Mail const& mail, Kept const& kept)
{
    tx.run(
        R"sql(
        INSERT INTO tickets_mails (id, envelope_from, envelope_to, raw, file, size, received_at,
                                   outcome, reason, same, same_text, ticket)
        VALUES (:id, :envelope_from, :envelope_to, :raw, :file, :size, :received_at,
                :outcome, '', '', '', NULL))sql",
        {{"id", mail.id},
         {"envelope_from", mail.envelope_from},
         {"envelope_to", mail.envelope_to},
         {"raw", kept.file.empty() ? std::optional{db::Blob{kept.raw}} : std::nullopt},
         {"file", kept.file},
         {"size", mail.size},
         {"received_at", mail.received_at},
         {"outcome", mail.outcome}});
}

std::optional<Mail> find_mail(db::Tx& tx, MailId id)
{
    return tx.one<Mail>(
        R"sql(
        SELECT id, envelope_from, envelope_to, size, received_at, outcome, reason, ticket
        FROM   tickets_mails
        WHERE  id = :id)sql",
        {{"id", id}});
}

namespace {

struct KeptRow {
    std::optional<db::Blob> raw;
    std::string file;
    std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(KeptRow, (), (raw, file, size))

}  // namespace

std::optional<Kept> kept_of(db::Tx& tx, MailId id)
{
    auto row = tx.one<KeptRow>(
        R"sql(
        SELECT raw, file, size
        FROM   tickets_mails
        WHERE  id = :id)sql",
        {{"id", id}});
    if (!row)
        return std::nullopt;
    return Kept{
        .raw = row->raw ? std::move(row->raw->bytes) : std::string{},
        .file = row->file,
        .size = row->size};
}

void save_read(db::Tx& tx, MailId id, Read const& read)
{
    tx.run(
        R"sql(
        UPDATE tickets_mails
        SET    outcome = :outcome, reason = :reason, same = :same,
               same_text = :same_text, ticket = :ticket
        WHERE  id = :id)sql",
        {{"id", id},
         {"outcome", read.outcome},
         {"reason", read.reason},
         {"same", read.same},
         {"same_text", read.same_text},
         {"ticket", read.ticket}});
}

std::optional<TicketId> ticket_of_same(db::Tx& tx, Repetition const& what)
{
    auto const same = tx.one<TicketId>(
        R"sql(
        SELECT ticket
        FROM   tickets_mails
        WHERE  same = :same AND received_at >= :since AND ticket IS NOT NULL
        ORDER BY received_at
        LIMIT  1)sql",
        {{"same", what.same}, {"since", what.since}});
    if (same || what.same_text.empty())
        return same;
    // Both sides of the address, not "<>": the index leads to each, however often the same words
    // came to this one.
    auto const before = tx.one<TicketId>(
        R"sql(
        SELECT ticket
        FROM   tickets_mails
        WHERE  same_text = :same_text AND envelope_to < :address
        AND    received_at >= :since AND ticket IS NOT NULL
        ORDER BY envelope_to, received_at
        LIMIT  1)sql",
        {{"same_text", what.same_text}, {"since", what.since}, {"address", what.address}});
    if (before)
        return before;
    return tx.one<TicketId>(
        R"sql(
        SELECT ticket
        FROM   tickets_mails
        WHERE  same_text = :same_text AND envelope_to > :address
        AND    received_at >= :since AND ticket IS NOT NULL
        ORDER BY envelope_to, received_at
        LIMIT  1)sql",
        {{"same_text", what.same_text}, {"since", what.since}, {"address", what.address}});
}

std::vector<Mail>
mails(db::Tx& tx, std::optional<Outcome> outcome, std::optional<MailId> after, int limit)
{
    constexpr auto newest = std::numeric_limits<std::int64_t>::max();
    auto const before = after.value_or(MailId{newest});
    if (!outcome)
        return tx.all<Mail>(
            R"sql(
            SELECT id, envelope_from, envelope_to, size, received_at, outcome, reason, ticket
            FROM   tickets_mails
            WHERE  id < :before
            ORDER BY id DESC
            LIMIT  :limit)sql",
            {{"before", before}, {"limit", limit}});
    return tx.all<Mail>(
        R"sql(
        SELECT id, envelope_from, envelope_to, size, received_at, outcome, reason, ticket
        FROM   tickets_mails
        WHERE  outcome = :outcome AND id < :before
        ORDER BY id DESC
        LIMIT  :limit)sql",
        {{"outcome", *outcome}, {"before", before}, {"limit", limit}});
}

std::vector<Instant> automatic_since(db::Tx& tx, ContactId contact, Instant since)
{
    return tx.all<Instant>(
        R"sql(
        SELECT at
        FROM   tickets_automatic
        WHERE  contact = :contact AND at > :since)sql",
        {{"contact", contact}, {"since", since}});
}

void count_automatic(Call& call, ContactId contact, TicketId ticket)
{
    call.tx.run(
        R"sql(
        INSERT INTO tickets_automatic (id, contact, ticket, at)
        VALUES (:id, :contact, :ticket, :at))sql",
        {{"id", call.new_id<EntryId>()},
         {"contact", contact},
         {"ticket", ticket},
         {"at", call.now}});
}

}  // namespace tellfirst::tickets::store
