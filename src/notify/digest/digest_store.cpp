#include "notify/digest/digest_store.hpp"

#include "notify/bound.hpp"
#include "notify/fanout/stop_store.hpp"

namespace tellfirst::notify::store {

namespace {

// Of a notice that is stopped, nothing is gathered.
std::string due_now(db::Tx& tx, Instant now, Bound& bound)
{
    bound.add("now", now);
    bound.add("epoch", db::data_epoch(tx));
    std::string due = R"sql(d.digest_at IS NOT NULL AND d.due_at IS NOT NULL AND d.due_at <= :now
                               AND    d.epoch = :epoch)sql";
    if (auto const stopped = halted(tx); !stopped.empty())
        due += " AND d.notice NOT IN " +
               bound.list("halted", std::vector<NoticeId>{stopped.begin(), stopped.end()});
    return due;
}

}  // namespace

bool is_digest_due(db::Tx& tx, Instant now)
{
    Bound bound;
    auto const sql = fmt::format(
        "SELECT d.notice FROM notify_deliveries d WHERE {} LIMIT 1", due_now(tx, now, bound));
    return !all<NoticeId>(tx, sql, bound).empty();
}

std::vector<ToGather> due_for_digests(db::Tx& tx, Instant now, int recipients)
{
    Bound bound;
    auto const is_due = due_now(tx, now, bound);
    auto const sql = fmt::format(
        R"sql(
        SELECT d.notice, d.recipient, d.address, d.name, d.language, d.zone, d.account, d.brand,
               d.digest_at
        FROM   notify_deliveries d
        WHERE  {0}
        AND    d.recipient IN (SELECT DISTINCT d.recipient
                               FROM   notify_deliveries d
                               WHERE  {0}
                               ORDER BY d.recipient
                               LIMIT  :recipients)
        ORDER BY d.recipient, d.notice)sql",
        is_due);
    bound.add("recipients", recipients);
    return all<ToGather>(tx, sql, bound);
}

void leave_by_itself(db::Tx& tx, ToGather const& row)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    digest_at = NULL
        WHERE  notice = :notice AND recipient = :recipient AND channel = 'mail')sql",
        {{"notice", row.notice}, {"recipient", row.recipient}});
}

void carry(db::Tx& tx, ToGather const& gathered, NoticeId digest)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'sending', due_at = NULL, carried_by = :digest
        WHERE  notice = :notice AND recipient = :recipient AND channel = 'mail'
        AND    due_at IS NOT NULL)sql",
        {{"notice", gathered.notice}, {"recipient", gathered.recipient}, {"digest", digest}});
}

void share_outcomes(db::Tx& tx, std::vector<NoticeId> const& digests)
{
    if (digests.empty())
        return;
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
        UPDATE notify_deliveries
        SET    state = d.state, reason = d.reason, code = d.code, at = d.at,
               attempts = d.attempts
        FROM   notify_deliveries d
        WHERE  notify_deliveries.carried_by IN {}
        AND    notify_deliveries.carried_by IS NOT NULL
        AND    d.notice = notify_deliveries.carried_by
        AND    d.recipient = notify_deliveries.recipient AND d.channel = 'mail'
        AND    d.state NOT IN ('queued', 'held', 'sending', 'deferred'))sql",
        bound.list("digest", digests));
    (void)tx.query(sql, bound.params(), [](db::Row const&) {});
}

std::vector<NoticeId> open_digests(db::Tx& tx)
{
    return tx.all<NoticeId>(
        R"sql(
        SELECT DISTINCT carried_by
        FROM   notify_deliveries
        WHERE  carried_by IS NOT NULL AND state = 'sending')sql");
}

}  // namespace tellfirst::notify::store
