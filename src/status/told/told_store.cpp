#include "status/told/told.hpp"

#include "status/windows/window_store.hpp"

namespace tellfirst::status {
namespace {

struct TroubleRow {
    IncidentId id;
    Instant began;
    std::optional<Instant> told_at;
};
BOOST_DESCRIBE_STRUCT(TroubleRow, (), (id, began, told_at))

struct WorkRow {
    WindowId id;
    Instant began;
    Instant ended;
};
BOOST_DESCRIBE_STRUCT(WorkRow, (), (id, began, ended))

struct Touch {
    std::int64_t event = 0;  // an incident or a window
    ServiceId service;
};
BOOST_DESCRIBE_STRUCT(Touch, (), (event, service))
using PlansByEvent = std::map<std::int64_t, std::set<PlanId>>;

constexpr std::string_view touched_by_trouble = R"sql(
    SELECT i.id AS event, t.service AS service
    FROM   status_incidents i
    JOIN   status_touched t ON t.incident = i.id
    WHERE  i.started_at >= :since AND i.started_at < :until)sql";

constexpr std::string_view touched_by_work = R"sql(
    SELECT w.id AS event, h.service AS service
    FROM   status_windows w
    JOIN   status_window_services h ON h.window_id = w.id
    WHERE  w.starts_at >= :since AND w.starts_at < :until)sql";

PlansByEvent
plans_by_event(db::Tx& tx, std::string_view touched, db::Params period, PlansByService const& uses)
{
    PlansByEvent by_event;
    for (auto const& [event, service] : tx.all<Touch>(touched, period))
        if (auto const used = uses.find(service); used != uses.end())
            by_event[event].insert(used->second.begin(), used->second.end());
    return by_event;
}

}  // namespace

std::vector<Told> first_words(db::Tx& tx, Instant from, Instant to, PlansByService const& uses)
{
    auto plans = plans_by_event(tx, touched_by_trouble, {{"since", from}, {"until", to}}, uses);
    std::vector<Told> trouble;
    for (auto const& incident : tx.all<TroubleRow>(
             R"sql(
        SELECT i.id, i.started_at AS began, MIN(CASE WHEN u.taken_back = 0 THEN u.at END) AS told_at
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
             {{"since", from}, {"until", to}})) {
        auto const& hit = plans[incident.id.value()];
        trouble.push_back(
            {.began = incident.began,
             .told_at = incident.told_at,
             .plans = {hit.begin(), hit.end()}});
    }
    return trouble;
}

std::vector<Told> notices_of_work(db::Tx& tx, Instant from, Instant to, PlansByService const& uses)
{
    auto plans = plans_by_event(tx, touched_by_work, {{"since", from}, {"until", to}}, uses);
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
             {{"since", from}, {"until", to}})) {
        auto const& hit = plans[window.id.value()];
        work.push_back(
            {.began = window.began,
             .told_at = told_since(store::spans_of(tx, window.id), window.began, window.ended),
             .plans = {hit.begin(), hit.end()}});
    }
    return work;
}

}  // namespace tellfirst::status
