#include "status/history/history_store.hpp"

#include "status/services/ppm.hpp"

namespace tellfirst::status::store {
namespace {

struct HeldRow {
    ServiceId service;
    ServiceState state = ServiceState::major;
    std::optional<Ppm> failing_ppm;
    std::string symptom;
    Instant since;
    std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (service, state, failing_ppm, symptom, since, until))

struct CorrectionRow {
    CorrectionId id;
    std::string actor;
    Instant at;
    std::string reason;
    Instant started_at;
    std::optional<Instant> resolved_at;
};
BOOST_DESCRIBE_STRUCT(CorrectionRow, (), (id, actor, at, reason, started_at, resolved_at))

struct LastRow {
    IncidentId incident;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(LastRow, (), (incident, at))

struct PastRow {
    ServiceState state = ServiceState::unknown;
    Instant since;
    std::optional<Instant> until;
    std::optional<IncidentId> incident;
    std::optional<WindowId> window_id;
    bool corrected = false;
};
BOOST_DESCRIBE_STRUCT(PastRow, (), (state, since, until, incident, window_id, corrected))

std::vector<Held> held(std::vector<HeldRow>&& rows)
{
    std::vector<Held> all;
    for (auto& row : rows)
        all.push_back(
            {.service = row.service,
             .state = row.state,
             .failing_percent = row.failing_ppm.transform(percent_of),
             .symptom = std::move(row.symptom),
             .from = row.since,
             .to = row.until});
    return all;
}

}  // namespace

Times times_of(db::Tx& tx, Incident const& incident)
{
    // Two words in one moment leave a stretch without length, which says nothing.
    return {
        .started_at = incident.started_at,
        .ended_at = incident.resolved_at,
        .services = held(tx.all<HeldRow>(
            R"sql(
        SELECT service, state, failing_ppm, symptom, since, until
        FROM   status_touched
        WHERE  incident = :incident AND (until IS NULL OR until > since)
        ORDER BY service, since)sql",
            {{"incident", incident.id}}))};
}

void replace_held(db::Tx& tx, IncidentId id, std::vector<Held> const& services)
{
    tx.run("DELETE FROM status_touched WHERE incident = :incident", {{"incident", id}});
    for (auto const& one : services)
        tx.run(
            R"sql(
            INSERT INTO status_touched (incident, service, state, failing_ppm, symptom, since, until)
            VALUES (:incident, :service, :state, :failing_ppm, :symptom, :since, :until))sql",
            {{"incident", id},
             {"service", one.service},
             {"state", one.state},
             {"failing_ppm", one.failing_percent.transform(ppm_of)},
             {"symptom", one.symptom},
             {"since", one.from},
             {"until", one.to}});
}

void add_correction(db::Tx& tx, IncidentId id, Correction const& correction)
{
    tx.run(
        R"sql(
        INSERT INTO status_corrections (id, incident, actor, at, reason, started_at, resolved_at)
        VALUES (:id, :incident, :actor, :at, :reason, :started_at, :resolved_at))sql",
        {{"id", correction.id},
         {"incident", id},
         {"actor", correction.by},
         {"at", correction.at},
         {"reason", correction.reason},
         {"started_at", correction.before.started_at},
         {"resolved_at", correction.before.ended_at}});
    for (auto const& one : correction.before.services)
        tx.run(
            R"sql(
            INSERT INTO status_corrected (correction, service, state, failing_ppm, symptom, since,
                                          until)
            VALUES (:correction, :service, :state, :failing_ppm, :symptom, :since, :until))sql",
            {{"correction", correction.id},
             {"service", one.service},
             {"state", one.state},
             {"failing_ppm", one.failing_percent.transform(ppm_of)},
             {"symptom", one.symptom},
             {"since", one.from},
             {"until", one.to}});
}

std::vector<Correction>
corrections(db::Tx& tx, IncidentId id, std::optional<CorrectionId> after, int limit)
{
    constexpr CorrectionId newest{std::numeric_limits<std::int64_t>::max()};
    std::vector<Correction> all;
    for (auto& row : tx.all<CorrectionRow>(
             R"sql(
        SELECT id, actor, at, reason, started_at, resolved_at
        FROM   status_corrections
        WHERE  incident = :incident AND id < :after
        ORDER BY id DESC
        LIMIT  :limit)sql",
             {{"incident", id}, {"after", after.value_or(newest)}, {"limit", limit}}))
        all.push_back(
            {.id = row.id,
             .by = std::move(row.actor),
             .at = row.at,
             .reason = std::move(row.reason),
             .before = {
                 .started_at = row.started_at,
                 .ended_at = row.resolved_at,
                 .services = held(tx.all<HeldRow>(
                     R"sql(
        SELECT service, state, failing_ppm, symptom, since, until
        FROM   status_corrected
        WHERE  correction = :correction
        ORDER BY service, since)sql",
                     {{"correction", row.id}}))}});
    return all;
}

std::map<IncidentId, Instant> corrected_incidents(db::Tx& tx)
{
    std::map<IncidentId, Instant> corrected;
    for (auto const& row : tx.all<LastRow>(
             "SELECT incident, MAX(at) AS at FROM status_corrections GROUP BY incident"))
        corrected.emplace(row.incident, row.at);
    return corrected;
}

// Of an incident of one account the service knows nothing. What works again is no stretch.
std::vector<PastState> history(db::Tx& tx, ServiceId id, HistoryWish const& wish)
{
    auto const after = wish.after.value_or(PastPlace{.from = wish.to, .source = 0});
    std::vector<PastState> all;
    for (auto const& row : tx.all<PastRow>(
             R"sql(
        SELECT h.state, h.since, h.until, h.incident, h.window_id, h.corrected
        FROM  (SELECT t.state AS state, t.since AS since, t.until AS until,
                      t.incident AS incident, CAST(NULL AS BIGINT) AS window_id,
                      t.incident AS source,
                      CASE WHEN EXISTS (SELECT 1 FROM status_corrections c
                                        WHERE c.incident = t.incident) THEN 1 ELSE 0
                      END AS corrected
               FROM   status_touched t
               JOIN   status_incidents i ON i.id = t.incident
               WHERE  t.service = :service AND t.state <> 'operational' AND i.account IS NULL
               UNION ALL
               SELECT 'maintenance', w.starts_at, w.closed_at, CAST(NULL AS BIGINT), w.id, w.id, 0
               FROM   status_windows w
               JOIN   status_window_services s ON s.window_id = w.id
               WHERE  s.service = :service AND w.state <> 'planned'
               UNION ALL
               SELECT 'unknown', u.since, u.until, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), 0, 0
               FROM   status_unknown u
               WHERE  u.service = :service) h
        WHERE  (h.since, h.source) < (:after_from, :after_source)
        AND    (h.until IS NULL OR (h.until > h.since AND h.until > :earliest))
        ORDER BY h.since DESC, h.source DESC
        LIMIT  :limit)sql",
             {{"service", id},
              {"after_from", after.from},
              {"after_source", after.source},
              {"earliest", wish.from},
              {"limit", wish.limit}}))
        all.push_back(
            {.state = row.state,
             .from = row.since,
             .to = row.until,
             .incident = row.incident,
             .window = row.window_id,
             .corrected = row.corrected});
    return all;
}

}  // namespace tellfirst::status::store
