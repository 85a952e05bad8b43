#include "notify/sending_store.hpp"

#include "notify/bound.hpp"
#include "notify/digest/digest_store.hpp"
#include "notify/fanout/stop_store.hpp"

#include <set>

namespace tellfirst::notify::store {
namespace {

constexpr int most_finished_at_once = 200;

constexpr std::string_view select_finished = R"sql(
        SELECT n.id, n.kind, n.topic, n.lane, n.about, n.body, n.earlier, n.key, n.brand, n.at,
               n.due_at, n.useful_until, n.cancelled_at
        FROM   notify_notices n
        WHERE  n.done_at IS NULL
        AND    NOT EXISTS (SELECT 1 FROM notify_deliveries d
                           WHERE  d.notice = n.id
                           AND    (d.due_at IS NOT NULL OR d.state = 'sending'))
        AND    NOT EXISTS (SELECT 1 FROM notify_webhook_deliveries p
                           WHERE  p.notice = n.id AND p.due_at IS NOT NULL)
        AND    NOT EXISTS (SELECT 1 FROM notify_freezing f WHERE f.notice = n.id)
        AND    NOT EXISTS (SELECT 1 FROM notify_endings e
                           JOIN   notify_notices l ON l.id = e.notice
                           WHERE  e.done_at IS NULL AND l.about = n.about AND l.id >= n.id))sql";

// Deliveries that wait again although their recipient gets a later notice about the same.
void supersede_overtaken(db::Tx& tx, std::span<std::vector<db::Param> const> waiting)
{
    tx.bulk(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'superseded', reason = 'a later update took its place', due_at = NULL,
               at = :now
        WHERE  notice = :notice AND recipient = :recipient AND channel = :channel
        AND    due_at IS NOT NULL
        AND    EXISTS (SELECT 1
                       FROM   notify_notices mine
                       JOIN   notify_notices later ON later.about = mine.about
                                                   AND later.id > mine.id
                                                   AND later.kind = 'announcement'
                       JOIN   notify_deliveries l ON l.notice = later.id
                       WHERE  mine.id = :notice AND mine.kind = 'announcement'
                       AND    l.recipient = notify_deliveries.recipient
                       AND    l.channel = notify_deliveries.channel
                       AND    l.state <> 'cancelled'
                       AND   (l.due_at IS NULL OR later.cancelled_at IS NULL)))sql",
        waiting);
}

// Deliveries that wait again although the rest of their notice was cancelled.
void end_cancelled(db::Tx& tx, std::span<std::vector<db::Param> const> waiting)
{
    static auto const sql = fmt::format(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'cancelled', reason = '{}', due_at = NULL, at = :now
        WHERE  notice = :notice AND recipient = :recipient AND channel = :channel
        AND    due_at IS NOT NULL
        AND    EXISTS (SELECT 1 FROM notify_notices n
                       WHERE  n.id = :notice AND n.cancelled_at IS NOT NULL))sql",
        rest_cancelled);
    tx.bulk(sql, waiting);
}

// Deliveries of one notice that are due at one moment: they stand side by side in the index, so
// that a hundred thousand of a notice that is halted are passed over in one step.
struct Run {
    Instant due_at;
    NoticeId notice;
};
BOOST_DESCRIBE_STRUCT(Run, (), (due_at, notice))

std::optional<Run> first_run(db::Tx& tx, Queue queue, std::set<NoticeId> const& halted)
{
    std::optional<Run> run = Run{.due_at = Instant::min(), .notice = NoticeId{1}};
    do {
        run = tx.one<Run>(
            R"sql(
            SELECT due_at, notice
            FROM   notify_deliveries
            WHERE  channel = :channel AND lane = :lane AND digest_at IS NULL
            AND    due_at IS NOT NULL AND (due_at, notice) > (:due_at, :notice)
            ORDER BY due_at, notice
            LIMIT  1)sql",
            {{"channel", queue.channel},
             {"lane", queue.lane},
             {"due_at", run->due_at},
             {"notice", run->notice}});
    } while (run && halted.contains(run->notice));
    return run;
}

}  // namespace

std::optional<Instant> first_due(db::Tx& tx, Queue queue)
{
    return first_run(tx, queue, halted(tx)).transform([](Run const& run) { return run.due_at; });
}

std::vector<Claimed> claim(db::Tx& tx, Queue queue, Instant now, std::size_t limit)
{
    auto const passed_over = halted(tx);
    auto const first = first_run(tx, queue, passed_over);
    if (!first || first->due_at > now)
        return {};
    Bound bound;
    auto sql = fmt::format(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'sending', due_at = NULL
        WHERE  (notice, recipient, channel) IN (
                   SELECT d.notice, d.recipient, d.channel
                   FROM   notify_deliveries d
                   WHERE  d.channel = :channel AND d.lane = :lane AND d.due_at <= :now
                   AND    d.epoch = :epoch AND d.digest_at IS NULL
                   AND    (d.due_at, d.notice) >= (:from, :first){}
                   AND    (d.waits_for IS NULL OR NOT EXISTS (
                              SELECT 1 FROM notify_deliveries e
                              WHERE  e.notice = d.waits_for AND e.recipient = d.recipient
                              AND    e.channel = d.channel
                              AND    e.state IN ('queued', 'sending', 'deferred')))
                   ORDER BY d.due_at, d.notice, d.recipient
                   LIMIT :limit)sql",
        passed_over.empty()
            ? ""
            : " AND d.notice NOT IN " +
                  bound.list(
                      "halted", std::vector<NoticeId>{passed_over.begin(), passed_over.end()}));
    sql += tx.skip_locked();
    sql += R"sql()
        RETURNING notice, recipient, address, name, language, zone, account, account_name, brand,
                  short_text, lane, attempts)sql";
    bound.add("channel", queue.channel);
    bound.add("lane", queue.lane);
    bound.add("now", now);
    bound.add("epoch", db::data_epoch(tx));
    bound.add("from", first->due_at);
    bound.add("first", first->notice);
    bound.add("limit", limit);
    return all<Claimed>(tx, sql, bound);
}

void settle(db::Tx& tx, std::span<Settled const> settled, Channel channel)
{
    std::vector<std::vector<db::Param>> sets;
    sets.reserve(settled.size());
    std::vector<std::vector<db::Param>> waiting;
    std::set<NoticeId> ended;
    for (auto const& [delivery, fate] : settled) {
        auto const had_an_end = fate.state != State::queued;
        auto const at = had_an_end ? std::optional{fate.at} : std::nullopt;
        auto const reason = fate.reason.empty() ? std::nullopt : std::optional{fate.reason};
        auto const code = fate.code == 0 ? std::nullopt : std::optional{fate.code};
        sets.push_back(
            {{"state", fate.state},
             {"reason", reason},
             {"code", code},
             {"due_at", fate.due_at},
             {"attempts", fate.attempts},
             {"at", at},
             {"notice", delivery.notice},
             {"recipient", delivery.recipient},
             {"channel", channel}});
        if (fate.due_at)
            waiting.push_back(
                {{"now", fate.at},
                 {"notice", delivery.notice},
                 {"recipient", delivery.recipient},
                 {"channel", channel}});
        else
            ended.insert(delivery.notice);
    }
    tx.bulk(
        R"sql(
        UPDATE notify_deliveries
        SET    state = :state, reason = :reason, code = :code, due_at = :due_at,
               attempts = :attempts, at = :at
        WHERE  notice = :notice AND recipient = :recipient AND channel = :channel
        AND    state = 'sending')sql",
        sets);
    supersede_overtaken(tx, waiting);
    end_cancelled(tx, waiting);
    share_outcomes(tx, {ended.begin(), ended.end()});
}

std::vector<Left> left_sending(db::Tx& tx, Channel channel)
{
    return tx.all<Left>(
        R"sql(
        SELECT d.notice, d.recipient, d.lane, d.attempts, n.useful_until
        FROM   notify_notices n
        JOIN   notify_deliveries d ON d.notice = n.id
        WHERE  n.done_at IS NULL AND d.state = 'sending' AND d.channel = :channel
        AND    d.carried_by IS NULL
        ORDER BY d.notice, d.recipient)sql",
        {{"channel", channel}});
}

void cancel_older_epochs(db::Tx& tx, Instant now)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'cancelled', reason = 'restored from a backup', due_at = NULL, at = :now
        WHERE  due_at IS NOT NULL AND epoch < :epoch)sql",
        {{"now", now}, {"epoch", db::data_epoch(tx)}});
    share_outcomes(tx, open_digests(tx));
}

std::vector<Notice> finished(db::Tx& tx)
{
    static auto const sql = std::string{select_finished} + " ORDER BY n.id LIMIT :limit";
    return tx.all<Notice>(sql, {{"limit", most_finished_at_once}});
}

std::optional<Notice> finished(db::Tx& tx, NoticeId notice)
{
    static auto const sql = std::string{select_finished} + " AND n.id = :id";
    return tx.one<Notice>(sql, {{"id", notice}});
}

std::optional<Tally> close(db::Tx& tx, NoticeId notice, Instant now)
{
    auto const closed = tx.run(
        R"sql(
        UPDATE notify_notices
        SET    done_at = :now
        WHERE  id = :id AND done_at IS NULL
        AND    NOT EXISTS (SELECT 1 FROM notify_freezing f WHERE f.notice = :id))sql",
        {{"now", now}, {"id", notice}});
    if (closed == 0)
        return std::nullopt;
    return tx.one<Tally>(
        R"sql(
        SELECT CAST(COALESCE(SUM(CASE WHEN state = 'accepted' THEN 1 ELSE 0 END), 0) AS BIGINT)
                   AS accepted,
               CAST(COALESCE(SUM(CASE WHEN state = 'accepted' THEN 0 ELSE 1 END), 0) AS BIGINT)
                   AS not_accepted
        FROM  (SELECT state FROM notify_deliveries WHERE notice = :notice
               UNION ALL
               SELECT state FROM notify_webhook_deliveries WHERE notice = :notice) d)sql",
        {{"notice", notice}});
}

}  // namespace tellfirst::notify::store
