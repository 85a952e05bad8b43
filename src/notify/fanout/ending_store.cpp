#include "notify/fanout/ending_store.hpp"

#include "notify/bound.hpp"

namespace tellfirst::notify::store {

void begin_ending(db::Tx& tx, Ending const& ending)
{
    tx.run(
        R"sql(
        INSERT INTO notify_endings (notice, how, done_to, webhooks_to)
        VALUES (:notice, :how, :done_to, :webhooks_to))sql",
        {{"notice", ending.notice},
         {"how", ending.how},
         {"done_to", ending.done_to},
         {"webhooks_to", ending.webhooks_to}});
    // What this one had taken the place of waits again also of earlier ones that are still being
    // ended, behind how far they are: they begin anew.
    tx.run(
        R"sql(
        UPDATE notify_endings
        SET    done_to = :done_to
        WHERE  done_at IS NULL AND notice < :notice
        AND    notice IN (SELECT n.id FROM notify_notices n
                          WHERE  n.about = (SELECT m.about FROM notify_notices m
                                            WHERE  m.id = :notice)))sql",
        {{"notice", ending.notice}, {"done_to", Ending{}.done_to}});
    tx.wake_listeners();
}

void end_to(db::Tx& tx, Ending const& ending)
{
    tx.run(
        R"sql(
        UPDATE notify_endings
        SET    done_to = :done_to, webhooks_to = :webhooks_to
        WHERE  notice = :notice)sql",
        {{"notice", ending.notice},
         {"done_to", ending.done_to},
         {"webhooks_to", ending.webhooks_to}});
}

void close_ending(db::Tx& tx, NoticeId notice, Instant now)
{
    tx.run(
        "UPDATE notify_endings SET done_at = :now WHERE notice = :notice",
        {{"notice", notice}, {"now", now}});
}

std::optional<Ending> last_ending(db::Tx& tx)
{
    return tx.one<Ending>(R"sql(
        SELECT notice, how, done_to, webhooks_to
        FROM   notify_endings
        WHERE  done_at IS NULL
        ORDER BY notice DESC
        LIMIT  1)sql");
}

bool is_any_ending(db::Tx& tx, Target const& target)
{
    Bound bound;
    auto abouts = target.also;
    abouts.push_back(target.about);
    auto const sql = fmt::format(
        R"sql(
    SELECT 1 FROM notify_endings e
    JOIN   notify_notices n ON n.id = e.notice
    WHERE  e.done_at IS NULL AND n.about IN {}
    LIMIT  1)sql",
        bound.list("about", abouts));
    return !all<std::int64_t>(tx, sql, bound).empty();
}

std::optional<How> how_ended(db::Tx& tx, NoticeId notice)
{
    return tx.one<How>(
        "SELECT how FROM notify_endings WHERE notice = :notice", {{"notice", notice}});
}

std::vector<Notice> being_taken_back(db::Tx& tx, Notice const& before)
{
    return tx.all<Notice>(
        R"sql(
        SELECT n.id, n.kind, n.topic, n.lane, n.about, n.body, n.earlier, n.key, n.brand, n.at,
               n.due_at, n.useful_until, n.cancelled_at
        FROM   notify_endings e
        JOIN   notify_notices n ON n.id = e.notice
        WHERE  e.done_at IS NULL AND e.how = 'taken_back'
        AND    n.about = :about AND n.id < :id
        ORDER BY n.id)sql",
        {{"about", before.about}, {"id", before.id}});
}

}  // namespace tellfirst::notify::store
