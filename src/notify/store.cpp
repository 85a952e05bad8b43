#include "notify/store.hpp"

namespace tellfirst::notify::store {
namespace {

constexpr std::string_view select_notice = R"sql(
    SELECT id, kind, topic, lane, about, body, earlier, key, brand, at, due_at, useful_until,
           cancelled_at
    FROM   notify_notices)sql";

}  // namespace

std::optional<Notice> find_notice(db::Tx& tx, NoticeId id)
{
    static auto const sql = std::string{select_notice} + " WHERE id = :id";
    return tx.one<Notice>(sql, {{"id", id}});
}

NoticeId notice_of_key(db::Tx& tx, std::string const& key)
{
    return tx.one<NoticeId>("SELECT id FROM notify_notices WHERE key = :key", {{"key", key}})
        .value_or(NoticeId{});
}

void add_notice(db::Tx& tx, Notice const& notice)
{
    tx.run(
        R"sql(
        INSERT INTO notify_notices (id, kind, topic, lane, about, body, earlier, key, brand, at,
                                    due_at, useful_until)
        VALUES (:id, :kind, :topic, :lane, :about, :body, :earlier, :key, :brand, :at,
                :due_at, :useful_until))sql",
        {{"id", notice.id},
         {"kind", notice.kind},
         {"topic", notice.topic},
         {"lane", notice.lane},
         {"about", notice.about},
         {"body", notice.body},
         {"earlier", notice.earlier},
         {"key", notice.key},
         {"brand", notice.brand.value()},
         {"at", notice.at},
         {"due_at", notice.due_at},
         {"useful_until", notice.useful_until}});
}

std::vector<Notice> words_on_their_way(db::Tx& tx, Notice const& before, Slice const& slice)
{
    static auto const sql = std::string{select_notice} + R"sql( n
        WHERE  n.about = :about AND n.kind = 'announcement' AND n.id < :id
        AND   (EXISTS (SELECT 1 FROM notify_deliveries d
                       WHERE  d.notice = n.id
                       AND    d.recipient > :after AND d.recipient <= :upto
                       AND   ((d.due_at IS NOT NULL AND n.cancelled_at IS NULL)
                           OR d.state = 'sending')
                       AND    d.state <> 'held')
            OR EXISTS (SELECT 1 FROM notify_freezing f
                       WHERE  f.notice = n.id AND n.cancelled_at IS NULL))
        ORDER BY n.id)sql";
    return tx.all<Notice>(
        sql,
        {{"about", before.about}, {"id", before.id}, {"after", slice.after}, {"upto", slice.upto}});
}

std::vector<Notice> news_before(db::Tx& tx, std::optional<NoticeId> before, int limit)
{
    static auto const sql = std::string{select_notice} + R"sql(
        WHERE  kind = 'announcement' AND topic = 'news' AND id < :before
        ORDER BY id DESC
        LIMIT  :limit)sql";
    constexpr NoticeId after_all{std::numeric_limits<std::int64_t>::max()};
    return tx.all<Notice>(sql, {{"before", before.value_or(after_all)}, {"limit", limit}});
}

void supersede_earlier(db::Tx& tx, Notice const& notice, Slice const& slice)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'superseded', reason = 'a later update took its place', due_at = NULL,
               at = :at
        WHERE  notice IN (SELECT n.id FROM notify_notices n
                          WHERE  n.about = :about AND n.kind = 'announcement' AND n.id < :notice)
        AND    recipient > :after AND recipient <= :upto AND due_at IS NOT NULL
        AND    EXISTS (SELECT 1 FROM notify_deliveries l
                       WHERE  l.notice = :notice AND l.recipient = notify_deliveries.recipient
                       AND    l.channel = notify_deliveries.channel))sql",
        {{"notice", notice.id},
         {"about", notice.about},
         {"at", notice.at},
         {"after", slice.after},
         {"upto", slice.upto}});
}

AudienceSize audience_size(db::Tx& tx, NoticeId notice)
{
    return tx
        .one<AudienceSize>(
            R"sql(
            SELECT COUNT(*) AS exposed,
                   COUNT(CASE WHEN state NOT IN ('opted_out', 'suppressed') THEN 1 END) AS queued
            FROM   notify_deliveries
            WHERE  notice = :notice)sql",
            {{"notice", notice}})
        .value_or(AudienceSize{});
}

void add_addressee(db::Tx& tx, Notice const& notice, Addressee const& to)
{
    tx.run(
        R"sql(
        INSERT INTO notify_deliveries (notice, recipient, channel, address, name, language, zone,
                                       account, account_name, brand, lane, epoch, state, due_at,
                                       attempts, message_id)
        VALUES (:notice, :recipient, 'mail', :address, :name, :language, :zone,
                CAST(:account AS BIGINT), :account_name, :brand, :lane, :epoch, 'queued', :due_at, 0, :message_id))sql",
        {{"notice", notice.id},
         {"recipient", to.recipient},
         {"address", to.address},
         {"name", to.name},
         {"language", to.language},
         {"zone", to.zone},
         {"account", to.account},
         {"account_name", to.account_name},
         {"brand", to.brand},
         {"lane", notice.lane},
         {"epoch", db::data_epoch(tx)},
         {"due_at", notice.due_at},
         {"message_id", to.message_id}});
}

// What was claimed and given back carries attempts, or the reason for which it waits again.
bool cancel_unclaimed(db::Tx& tx, NoticeId letter, Instant now)
{
    return tx.run(
               R"sql(
        UPDATE notify_deliveries
        SET    state = 'cancelled', reason = 'taken back', due_at = NULL, at = :now
        WHERE  notice = :notice AND state = 'queued' AND due_at IS NOT NULL
        AND    attempts = 0 AND reason IS NULL
        AND    EXISTS (SELECT 1 FROM notify_notices n
                       WHERE  n.id = :notice AND n.kind = 'letter'))sql",
               {{"notice", letter}, {"now", now}}) == 1;
}

std::vector<std::int64_t> recipients_of(db::Tx& tx, std::string_view message_id)
{
    return tx.all<std::int64_t>(
        R"sql(
        SELECT recipient FROM notify_deliveries WHERE message_id = :message_id)sql",
        {{"message_id", message_id}});
}

void opt_out_waiting(db::Tx& tx, ContactId contact, accounts::Topic topic)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'opted_out', reason = 'unsubscribed', due_at = NULL
        WHERE  notice IN (SELECT n.id FROM notify_notices n
                          WHERE  n.done_at IS NULL AND n.topic = :topic)
        AND    recipient = :contact AND channel = 'mail' AND due_at IS NOT NULL)sql",
        {{"contact", contact}, {"topic", topic}});
}

}  // namespace tellfirst::notify::store
