#include "notify/fanout/stop_store.hpp"

namespace tellfirst::notify::store {

Stops stops_of(db::Tx& tx, NoticeId id)
{
    return tx
        .one<Stops>(
            R"sql(
        SELECT n.paused_at AS paused_at,
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

std::set<NoticeId> halted(db::Tx& tx)
{
    auto const all = tx.all<NoticeId>(R"sql(
        SELECT id FROM notify_notices WHERE paused_at IS NOT NULL
        UNION
        SELECT earlier.id
        FROM   notify_freezing f
        JOIN   notify_notices later ON later.id = f.notice AND later.cancelled_at IS NULL
        JOIN   notify_notices earlier ON earlier.about = later.about AND earlier.id < later.id
                                      AND earlier.kind = 'announcement'
        WHERE  earlier.done_at IS NULL)sql");
    return {all.begin(), all.end()};
}

}  // namespace tellfirst::notify::store
