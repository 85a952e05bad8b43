#include "status/told/told.hpp"

namespace tellfirst::status {

std::vector<Told> first_words(db::Tx& tx, Instant from, Instant to)
{
    return tx.all<Told>(
        R"sql(
        SELECT i.started_at AS began, MIN(u.at) AS told_at
        FROM   status_incidents i
        JOIN   status_updates u ON u.incident = i.id
        WHERE  i.started_at >= :since AND i.started_at < :until
        AND    i.state <> 'suspected' AND i.account IS NULL AND i.merged_into IS NULL
        AND    EXISTS (SELECT 1
                       FROM   status_touched t
                       JOIN   status_services s ON s.id = t.service
                       WHERE  t.incident = i.id AND s.is_public = 1)
        GROUP  BY i.id, i.started_at
        ORDER  BY i.started_at, i.id)sql",
        {{"since", from}, {"until", to}});
}

std::vector<Told> notices_of_work(db::Tx& tx, Instant from, Instant to)
{
    return tx.all<Told>(
        R"sql(
        SELECT w.starts_at AS began, w.created_at AS told_at
        FROM   status_windows w
        WHERE  w.starts_at >= :since AND w.starts_at < :until
        AND    w.state <> 'cancelled'
        AND    EXISTS (SELECT 1
                       FROM   status_window_services h
                       JOIN   status_services s ON s.id = h.service
                       WHERE  h.window_id = w.id AND s.is_public = 1)
        ORDER  BY w.starts_at, w.id)sql",
        {{"since", from}, {"until", to}});
}

}  // namespace tellfirst::status
