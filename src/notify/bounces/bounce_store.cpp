#include "notify/bounces/bounce_store.hpp"

#include "notify/digest/digest_store.hpp"

namespace tellfirst::notify::store {
namespace {

constexpr std::string_view select_bounce = R"sql(
    SELECT id, received_at, outcome, sender, envelope_to AS "to", subject, words, status, address,
           notice, contact, size
    FROM   notify_bounces)sql";

struct RawRow {
    std::string envelope_from;
    std::string envelope_to;
    db::Blob raw;
    std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(RawRow, (), (envelope_from, envelope_to, raw, size))

struct SentTo {
    NoticeId notice;
    std::int64_t recipient = 0;
};
BOOST_DESCRIBE_STRUCT(SentTo, (), (notice, recipient))

}  // namespace

void add_bounce(db::Tx& tx, Bounce const& bounce, CameBack const& mail)
{
    tx.run(
        R"sql(
        INSERT INTO notify_bounces (id, envelope_from, envelope_to, raw, size, received_at,
                                    outcome, sender, subject, words, status, address)
        VALUES (:id, :envelope_from, :envelope_to, :raw, :size, :received_at,
                :outcome, '', '', '', '', ''))sql",
        {{"id", bounce.id},
         {"envelope_from", mail.from},
         {"envelope_to", mail.to},
         {"raw", db::Blob{mail.raw}},
         {"size", bounce.size},
         {"received_at", bounce.received_at},
         {"outcome", bounce.outcome}});
}

void save_read(db::Tx& tx, Bounce const& bounce)
{
    tx.run(
        R"sql(
        UPDATE notify_bounces
        SET    outcome = :outcome, sender = :sender, subject = :subject, words = :words,
               status = :status, address = :address, notice = :notice, contact = :contact
        WHERE  id = :id)sql",
        {{"id", bounce.id},
         {"outcome", bounce.outcome},
         {"sender", bounce.sender},
         {"subject", bounce.subject},
         {"words", bounce.words},
         {"status", bounce.status},
         {"address", bounce.address},
         {"notice", bounce.notice},
         {"contact", bounce.contact}});
}

std::optional<Bounce> find_bounce(db::Tx& tx, MailId id)
{
    static auto const sql = std::string{select_bounce} + " WHERE id = :id";
    return tx.one<Bounce>(sql, {{"id", id}});
}

std::optional<CameBack> came_back(db::Tx& tx, MailId id)
{
    auto row = tx.one<RawRow>(
        R"sql(
        SELECT envelope_from, envelope_to, raw, size
        FROM   notify_bounces
        WHERE  id = :id)sql",
        {{"id", id}});
    if (!row)
        return std::nullopt;
    return CameBack{
        .from = std::move(row->envelope_from),
        .to = std::move(row->envelope_to),
        .raw = std::move(row->raw.bytes),
        .size = row->size};
}

std::vector<Bounce>
bounces(db::Tx& tx, std::optional<BounceOutcome> outcome, std::optional<MailId> after, int limit)
{
    constexpr auto newest = std::numeric_limits<std::int64_t>::max();
    auto const before = after.value_or(MailId{newest});
    static auto const all =
        std::string{select_bounce} + " WHERE id < :before ORDER BY id DESC LIMIT :limit";
    static auto const some =
        std::string{select_bounce} +
        " WHERE outcome = :outcome AND id < :before ORDER BY id DESC LIMIT :limit";
    if (!outcome)
        return tx.all<Bounce>(all, {{"before", before}, {"limit", limit}});
    return tx.all<Bounce>(some, {{"outcome", *outcome}, {"before", before}, {"limit", limit}});
}

std::optional<Sent> find_sent(db::Tx& tx, seal::Delivery const& delivery)
{
    return tx.one<Sent>(
        R"sql(
        SELECT d.notice AS notice, d.recipient AS recipient, d.address AS address,
               d.brand AS brand, d.state AS state, n.kind AS kind, n.about AS about
        FROM   notify_deliveries d
        JOIN   notify_notices n ON n.id = d.notice
        WHERE  d.notice = :notice AND d.recipient = :recipient AND d.channel = 'mail')sql",
        {{"notice", delivery.notice}, {"recipient", delivery.recipient}});
}

std::optional<seal::Delivery> delivery_of_message(db::Tx& tx, std::string_view message_id)
{
    auto const rows = tx.all<SentTo>(
        R"sql(
        SELECT notice, recipient
        FROM   notify_deliveries
        WHERE  message_id = :message_id
        LIMIT  2)sql",
        {{"message_id", message_id}});
    if (rows.size() != 1)
        return std::nullopt;
    return seal::Delivery{.notice = rows.front().notice, .recipient = rows.front().recipient};
}

void mark_bounced(db::Tx& tx, seal::Delivery const& delivery, WhyBounced const& why)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'bounced', reason = :reason, code = :code, due_at = NULL, at = :at
        WHERE  notice = :notice AND recipient = :recipient AND channel = 'mail'
        AND    state IN ('accepted', 'unknown', 'sending', 'deferred', 'queued'))sql",
        {{"reason", why.reason},
         {"code", why.code == 0 ? std::nullopt : std::optional{why.code}},
         {"at", why.at},
         {"notice", delivery.notice},
         {"recipient", delivery.recipient}});
    share_outcomes(tx, {delivery.notice});
}

}  // namespace tellfirst::notify::store
