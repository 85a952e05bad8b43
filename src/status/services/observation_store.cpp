#include "status/services/observation_store.hpp"

namespace tellfirst::status::store {

Heard heard_of(db::Tx& tx, Service const& service)
{
    return {
        .sightings = tx.all<Sighting>(
            R"sql(
        SELECT seen_from, state, since, heard_at, is_judged
        FROM   status_observed
        WHERE  service = :service AND until IS NULL
        ORDER BY seen_from)sql",
            {{"service", service.id}}),
        .confirmed_at = tx.one<std::optional<Instant>>(
                              R"sql(
        SELECT MAX(at)
        FROM   status_confirmed
        WHERE  service = :service)sql",
                              {{"service", service.id}})
                            .value_or(std::nullopt),
        .checked_every_s = service.checked_every_s};
}

void begin_sighting(db::Tx& tx, Seen const& seen)
{
    tx.run(
        R"sql(
        UPDATE status_observed
        SET    until = :at
        WHERE  service = :service AND seen_from = :seen_from AND until IS NULL)sql",
        {{"service", seen.service}, {"seen_from", seen.seen_from}, {"at", seen.at}});
    tx.run(
        R"sql(
        INSERT INTO status_observed (service, seen_from, state, failing_ppm, detail, since, heard_at,
                                     until, is_judged)
        VALUES (:service, :seen_from, :state, :failing_ppm, :detail, :at, :at, NULL, 0)
        ON CONFLICT (service, seen_from, since) DO UPDATE
        SET    state = excluded.state, failing_ppm = excluded.failing_ppm,
               detail = excluded.detail, heard_at = excluded.heard_at, until = NULL,
               is_judged = 0)sql",
        {{"service", seen.service},
         {"seen_from", seen.seen_from},
         {"state", seen.state},
         {"failing_ppm", seen.failing_ppm},
         {"detail", seen.detail},
         {"at", seen.at}});
}

void renew_sighting(db::Tx& tx, Seen const& seen)
{
    tx.run(
        R"sql(
        UPDATE status_observed
        SET    heard_at = :at, failing_ppm = :failing_ppm, detail = :detail
        WHERE  service = :service AND seen_from = :seen_from AND until IS NULL)sql",
        {{"service", seen.service},
         {"seen_from", seen.seen_from},
         {"failing_ppm", seen.failing_ppm},
         {"detail", seen.detail},
         {"at", seen.at}});
}

void forget_sightings(db::Tx& tx, ServiceId service, Instant before)
{
    tx.run(
        R"sql(
        UPDATE status_observed
        SET    until = heard_at
        WHERE  service = :service AND until IS NULL AND heard_at < :before)sql",
        {{"service", service}, {"before", before}});
}

void judge_sightings(db::Tx& tx, ServiceId service)
{
    tx.run(
        R"sql(
        UPDATE status_observed
        SET    is_judged = 1
        WHERE  service = :service AND until IS NULL)sql",
        {{"service", service}});
}

void add_confirmation(db::Tx& tx, ServiceId service, Check const& check, PersonId person)
{
    tx.run(
        R"sql(
        INSERT INTO status_confirmed (service, at, person, name)
        VALUES (:service, :at, :person, :name)
        ON CONFLICT (service, at) DO NOTHING)sql",
        {{"service", service}, {"at", check.at}, {"person", person}, {"name", check.seen_from}});
}

bool is_unknown(db::Tx& tx, ServiceId service)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT 1
        FROM   status_unknown
        WHERE  service = :service AND until IS NULL)sql",
            {{"service", service}})
        .has_value();
}

void begin_unknown(db::Tx& tx, ServiceId service, Instant since)
{
    auto const last = tx.one<std::optional<Instant>>(
                            R"sql(
        SELECT MAX(until)
        FROM   status_unknown
        WHERE  service = :service)sql",
                            {{"service", service}})
                          .value_or(std::nullopt);
    tx.run(
        R"sql(
        INSERT INTO status_unknown (service, since, until)
        VALUES (:service, :since, NULL)
        ON CONFLICT (service, since) DO UPDATE SET until = NULL)sql",
        {{"service", service}, {"since", std::max(last.value_or(since), since)}});
}

void end_unknown(db::Tx& tx, ServiceId service, Instant until)
{
    tx.run(
        R"sql(
        UPDATE status_unknown
        SET    until = :until
        WHERE  service = :service AND since < :until AND until IS NULL)sql",
        {{"service", service}, {"until", until}});
    // What ends before it began was none.
    tx.run(
        R"sql(
        DELETE FROM status_unknown
        WHERE  service = :service AND until IS NULL)sql",
        {{"service", service}});
}

std::optional<IncidentId> incident_of(db::Tx& tx, ServiceId service)
{
    return tx.one<IncidentId>(
        R"sql(
        SELECT h.incident
        FROM  (SELECT t.incident AS incident, 0 AS is_suspected
               FROM   status_touched t
               JOIN   status_incidents i ON i.id = t.incident
               WHERE  t.service = :service AND t.until IS NULL AND i.account IS NULL
               UNION ALL
               SELECT s.incident, 1
               FROM   status_suspected s
               JOIN   status_incidents i ON i.id = s.incident
               WHERE  s.service = :service AND i.state = 'suspected'
               AND    i.resolved_at IS NULL) h
        ORDER BY h.is_suspected, h.incident DESC
        LIMIT  1)sql",
        {{"service", service}});
}

bool is_in_window(db::Tx& tx, ServiceId service)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT 1
        FROM   status_windows w
        JOIN   status_window_services s ON s.window_id = w.id
        WHERE  w.closed_at IS NULL AND w.state = 'started' AND s.service = :service
        LIMIT  1)sql",
            {{"service", service}})
        .has_value();
}

}  // namespace tellfirst::status::store
