#include "notify/progress_store.hpp"

#include "notify/fate.hpp"

namespace tellfirst::notify::store {
namespace {

constexpr std::string_view is_begun = R"sql(
                   attempts > 0 OR reason = :in_doubt
                   OR state IN ('sending', 'accepted', 'deferred', 'failed', 'bounced',
                                'unknown'))sql";

}  // namespace

std::vector<Notice>
announcements_about(db::Tx& tx, std::string const& about, std::optional<NoticeId> after, int limit)
{
    constexpr NoticeId newest{std::numeric_limits<std::int64_t>::max()};
    return tx.all<Notice>(
        R"sql(
        SELECT id, kind, topic, lane, about, body, earlier, key, brand, at, due_at, useful_until,
               cancelled_at
        FROM   notify_notices
        WHERE  about = :about AND kind = 'announcement' AND id < :after
        ORDER BY id DESC
        LIMIT  :limit)sql",
        {{"about", about}, {"after", after.value_or(newest)}, {"limit", limit}});
}

std::vector<StateCount> count_states(db::Tx& tx, NoticeId notice, Lately const& lately)
{
    static auto const sql = fmt::format(
        R"sql(
        SELECT state AS state, COUNT(*) AS deliveries,
               COUNT(CASE WHEN {} THEN 1 END) AS begun,
               COUNT(CASE WHEN at > :since
                          AND state IN ('accepted', 'deferred', 'failed', 'bounced', 'unknown')
                          THEN 1 END) AS recent,
               COUNT(CASE WHEN due_at > :until THEN 1 END) AS later
        FROM   notify_deliveries
        WHERE  notice = :notice
        GROUP BY state)sql",
        is_begun);
    return tx.all<StateCount>(
        sql, {{"notice", notice},
              {"in_doubt", may_have_left},
              {"since", lately.since},
              {"until", lately.until}});
}

std::vector<StateCount> count_post_states(db::Tx& tx, NoticeId notice, Lately const& lately)
{
    return tx.all<StateCount>(
        R"sql(
        SELECT state AS state, COUNT(*) AS deliveries,
               COUNT(CASE WHEN tries > 0 THEN 1 END) AS begun,
               COUNT(CASE WHEN at > :since AND state IN ('accepted', 'failed') THEN 1 END) AS recent,
               COUNT(CASE WHEN due_at > :until THEN 1 END) AS later
        FROM   notify_webhook_deliveries
        WHERE  notice = :notice
        GROUP BY state)sql",
        {{"notice", notice}, {"since", lately.since}, {"until", lately.until}});
}

std::int64_t count_told(db::Tx& tx, std::string const& about)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT COUNT(DISTINCT recipient)
        FROM   notify_deliveries
        WHERE  notice IN (SELECT n.id FROM notify_notices n
                          WHERE  n.about = :about AND n.kind = 'announcement')
        AND    (state = 'accepted'
             OR account IN (SELECT p.account FROM notify_webhook_deliveries p
                            WHERE  p.about = :about AND p.state = 'accepted')))sql",
        {{"about", about}});
}

bool is_open(db::Tx& tx, NoticeId notice)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT 1
        FROM   notify_notices n
        WHERE  n.id = :notice AND n.cancelled_at IS NULL
        AND   (EXISTS (SELECT 1 FROM notify_deliveries d
                       WHERE  d.notice = n.id AND (d.due_at IS NOT NULL OR d.state = 'sending'))
            OR EXISTS (SELECT 1 FROM notify_webhook_deliveries p
                       WHERE  p.notice = n.id AND p.due_at IS NOT NULL)
            OR EXISTS (SELECT 1 FROM notify_freezing f WHERE f.notice = n.id)))sql",
            {{"notice", notice}})
        .has_value();
}

bool has_begun(db::Tx& tx, NoticeId notice)
{
    static auto const sql = fmt::format(
        "SELECT 1 FROM notify_deliveries WHERE notice = :notice AND ({}) LIMIT 1", is_begun);
    return tx.one<std::int64_t>(sql, {{"notice", notice}, {"in_doubt", may_have_left}}).has_value();
}

bool is_posted(db::Tx& tx, NoticeId notice)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT 1 FROM notify_webhook_deliveries
        WHERE  notice = :notice AND tries > 0
        LIMIT  1)sql",
            {{"notice", notice}})
        .has_value();
}

void mark_cancelled(db::Tx& tx, NoticeId notice, Instant now)
{
    tx.run(
        "UPDATE notify_notices SET cancelled_at = :now WHERE id = :notice",
        {{"notice", notice}, {"now", now}});
}

void end_waiting(db::Tx& tx, NoticeId notice, Ended const& ended, Slice const& slice)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = :state, reason = :reason, due_at = NULL, at = :at
        WHERE  notice = :notice AND recipient > :after AND recipient <= :upto
        AND    due_at IS NOT NULL)sql",
        {{"notice", notice},
         {"state", ended.state},
         {"reason", ended.reason},
         {"at", ended.at},
         {"after", slice.after},
         {"upto", slice.upto}});
}

void let_earlier_go_on(db::Tx& tx, Notice const& cancelled, Instant since, Slice const& slice)
{
    // Only the newest of them: it says along what it had itself taken the place of. And only to who
    // still wants to hear: he may have left the topic meanwhile. Of one that was cancelled itself
    // nothing goes on, but what its own end is still to come to; one that was taken back to its
    // end is passed over, as if it had not been said.
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'queued', reason = NULL, at = NULL,
               due_at = (SELECT n.due_at FROM notify_notices n
                         WHERE  n.id = notify_deliveries.notice)
        WHERE  notice IN (SELECT n.id FROM notify_notices n
                          WHERE  n.about = :about AND n.kind = 'announcement' AND n.id < :notice
                          AND   (n.cancelled_at IS NULL
                              OR n.id IN (SELECT g.notice FROM notify_endings g
                                          WHERE  g.done_at IS NULL)))
        AND    recipient > :after AND recipient <= :upto
        AND    state = 'superseded' AND at >= :since
        AND    EXISTS (SELECT 1 FROM notify_deliveries l
                       WHERE  l.notice = :notice AND l.recipient = notify_deliveries.recipient
                       AND    l.channel = notify_deliveries.channel AND l.state = 'cancelled')
        AND    EXISTS (SELECT 1 FROM accounts_audience a
                       WHERE  a.contact = notify_deliveries.recipient
                       AND    a.channel = notify_deliveries.channel AND a.confirmed = 1
                       AND    CASE (SELECT n.topic FROM notify_notices n
                                    WHERE  n.id = notify_deliveries.notice)
                              WHEN 'planned' THEN a.planned
                              WHEN 'unplanned' THEN a.unplanned
                              ELSE a.recovery END = 1)
        AND    notice = (SELECT MAX(e.notice) FROM notify_deliveries e
                         WHERE  e.notice IN (SELECT n.id FROM notify_notices n
                                             WHERE  n.about = :about AND n.kind = 'announcement'
                                             AND    n.id < :notice
                                             AND    n.id NOT IN
                                                   (SELECT g.notice FROM notify_endings g
                                                    WHERE  g.how = 'taken_back'
                                                    AND    g.done_at IS NOT NULL))
                         AND    e.recipient = notify_deliveries.recipient
                         AND    e.channel = notify_deliveries.channel
                         AND    e.state = 'superseded'))sql",
        {{"about", cancelled.about},
         {"notice", cancelled.id},
         {"since", since},
         {"after", slice.after},
         {"upto", slice.upto}});
    tx.run(
        R"sql(
        UPDATE notify_notices
        SET    done_at = NULL
        WHERE  about = :about AND kind = 'announcement' AND id < :notice AND done_at IS NOT NULL
        AND    EXISTS (SELECT 1 FROM notify_deliveries d
                       WHERE  d.notice = notify_notices.id AND d.due_at IS NOT NULL
                       AND    d.recipient > :after AND d.recipient <= :upto))sql",
        {{"about", cancelled.about},
         {"notice", cancelled.id},
         {"after", slice.after},
         {"upto", slice.upto}});
    tx.wake_listeners();
}

}  // namespace tellfirst::notify::store
