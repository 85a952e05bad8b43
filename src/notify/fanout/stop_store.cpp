#include "notify/fanout/stop_store.hpp"

namespace tellfirst::notify::store {

Stops stops_of(db::Tx& tx, NoticeId id)
{
    return tx
        .one<Stops>(
            R"sql(
        SELECT n.paused_at AS paused_at, n.unapproved_since AS unapproved_since,
               n.asked_by AS asked_by,
               (SELECT COUNT(*) FROM notify_freezing f WHERE f.notice = n.id) AS is_freezing
        FROM   notify_notices n
        WHERE  n.id = :id)sql",
            {{"id", id}})
        .value_or(Stops{});
}

void pause(db::Tx& tx, NoticeId id, Instant now)
{
    tx.run(
        "UPDATE notify_notices SET paused_at = COALESCE(paused_at, :now) WHERE id = :id",
        {{"id", id}, {"now", now}});
    tx.wake_listeners();
}

void resume(db::Tx& tx, NoticeId id)
{
    tx.run("UPDATE notify_notices SET paused_at = NULL WHERE id = :id", {{"id", id}});
    tx.wake_listeners();
}

void hold_back(db::Tx& tx, NoticeId id, std::optional<PersonId> asker, Instant now)
{
    tx.run(
        R"sql(
        UPDATE notify_notices
        SET    unapproved_since = :now, asked_by = CAST(:asker AS BIGINT)
        WHERE  id = :id)sql",
        {{"id", id}, {"asker", asker}, {"now", now}});
}

void approve(db::Tx& tx, NoticeId id, PersonId person, Instant now)
{
    tx.run(
        R"sql(
        UPDATE notify_notices
        SET    unapproved_since = NULL, approved_by = :person, approved_at = :now
        WHERE  id = :id)sql",
        {{"id", id}, {"person", person}, {"now", now}});
    tx.wake_listeners();
}

Stops stops_of_last_word(db::Tx& tx, Notice const& before)
{
    auto const last = tx.one<NoticeId>(
        R"sql(
        SELECT id FROM notify_notices
        WHERE  about = :about AND kind = 'announcement' AND id < :before AND cancelled_at IS NULL
        ORDER BY id DESC
        LIMIT  1)sql",
        {{"about", before.about}, {"before", before.id}});
    return last ? stops_of(tx, *last) : Stops{};
}

bool is_larger(db::Tx& tx, NoticeId notice, std::int64_t than)
{
    return *tx.one<std::int64_t>(
               R"sql(
        SELECT COUNT(*)
        FROM  (SELECT d.recipient FROM notify_deliveries d
               WHERE  d.notice = :notice
               LIMIT  :most) s)sql",
               {{"notice", notice}, {"most", than + 1}}) > than;
}

std::optional<ContactId>
end_of_slice(db::Tx& tx, NoticeId notice, ContactId after, std::int64_t rows)
{
    auto const last = tx.one<std::optional<ContactId>>(
        R"sql(
        SELECT MAX(s.recipient)
        FROM  (SELECT d.recipient AS recipient FROM notify_deliveries d
               WHERE  d.notice = :notice AND d.recipient > :after
               ORDER BY d.recipient
               LIMIT  :rows) s)sql",
        {{"notice", notice}, {"after", after}, {"rows", rows}});
    return last.value_or(std::nullopt);
}

std::set<NoticeId> halted(db::Tx& tx)
{
    static auto const sql = std::string{stopped} + R"sql(
        UNION
        SELECT earlier.id
        FROM   notify_freezing f
        JOIN   notify_notices later ON later.id = f.notice AND later.cancelled_at IS NULL
        JOIN   notify_notices earlier ON earlier.about = later.about AND earlier.id < later.id
                                      AND earlier.kind = 'announcement'
        WHERE  earlier.done_at IS NULL)sql";
    auto const all = tx.all<NoticeId>(sql);
    return {all.begin(), all.end()};
}

}  // namespace tellfirst::notify::store
