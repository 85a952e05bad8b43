#include "notify/fanout/stop_store.hpp"

namespace tellfirst::notify::store {

Stops stops_of(db::Tx& tx, NoticeId id)
{
    return tx
        .one<Stops>(
            R"sql(
        SELECT paused_at
        FROM   notify_notices
        WHERE  id = :id)sql",
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
        SELECT id FROM notify_notices WHERE paused_at IS NOT NULL)sql");
    return {all.begin(), all.end()};
}

}  // namespace tellfirst::notify::store
