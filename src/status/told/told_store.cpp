#include "status/told/told.hpp"

#include "status/windows/window_store.hpp"

namespace tellfirst::status {
namespace {

struct WorkRow {
    WindowId id;
    Instant began;
    Instant ended;
};
BOOST_DESCRIBE_STRUCT(WorkRow, (), (id, began, ended))

}  // namespace

std::vector<Told> first_words(db::Tx& tx, Instant from, Instant to)
{
    return tx.all<Told>(
        R"sql(
        SELECT i.started_at AS began, MIN(CASE WHEN u.taken_back = 0 THEN u.at END) AS told_at
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
    std::vector<Told> work;
    for (auto const& window : tx.all<WorkRow>(
             R"sql(
        SELECT w.id, w.starts_at AS began, COALESCE(w.closed_at, w.ends_at) AS ended
        FROM   status_windows w
        WHERE  w.starts_at >= :since AND w.starts_at < :until
        AND    w.state <> 'cancelled'
        AND    EXISTS (SELECT 1
                       FROM   status_window_services h
                       JOIN   status_services s ON s.id = h.service
                       WHERE  h.window_id = w.id AND s.is_public = 1)
        ORDER  BY w.starts_at, w.id)sql",
             {{"since", from}, {"until", to}}))
        work.push_back(
            {.began = window.began,
             .told_at = told_since(store::spans_of(tx, window.id), window.began, window.ended)});
    return work;
}

}  // namespace tellfirst::status
