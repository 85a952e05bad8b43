#include "status/incidents/incident_store.hpp"
#include "status/status.hpp"

// Which incidents pages are made of, and which a month's sheet counts.
namespace tellfirst::status {
namespace {

// One crowd must not push out another, so each has room of its own.
constexpr std::string_view latest_ids = R"sql(
        SELECT id FROM (
            SELECT i.id AS id
            FROM   status_incidents i
            WHERE  i.account IS NULL AND i.state <> 'suspected'
            AND    EXISTS (SELECT 1
                           FROM   status_touched t
                           JOIN   status_services s ON s.id = t.service
                           WHERE  t.incident = i.id AND s.is_public = 1)
            ORDER BY i.id DESC
            LIMIT  :most) AS seen_by_all
        UNION
        SELECT id FROM (
            SELECT i.id AS id
            FROM   status_incidents i
            WHERE  i.account IS NULL AND i.state <> 'suspected'
            AND    EXISTS (SELECT 1
                           FROM   status_touched t
                           JOIN   status_services s ON s.id = t.service
                           WHERE  t.incident = i.id AND s.is_public = 0)
            ORDER BY i.id DESC
            LIMIT  :most) AS seen_by_some
        UNION
        SELECT id FROM (
            SELECT i.id AS id
            FROM   status_incidents i
            WHERE  i.account IS NOT NULL AND i.state <> 'suspected'
            AND    (CAST(:account AS BIGINT) IS NULL OR i.account = CAST(:account AS BIGINT))
            ORDER BY i.id DESC
            LIMIT  :most) AS own
        UNION
        SELECT id FROM (
            SELECT i.id AS id
            FROM   status_incidents i
            WHERE  i.resolved_at >= :ended_since AND i.state <> 'suspected'
            AND    (i.account IS NULL OR i.account = CAST(:account AS BIGINT))
            ORDER BY i.resolved_at DESC
            LIMIT  :most) AS ended)sql";

}  // namespace

std::vector<Incident> latest_incidents(db::Tx& tx, Instant now, Latest const& wish)
{
    return store::incidents(
        tx, now,
        tx.all<IncidentId>(
            latest_ids,
            {{"most", wish.most}, {"account", wish.account}, {"ended_since", wish.ended_since}}));
}

std::vector<IncidentSpan> public_incidents(db::Tx& tx, Instant from, Instant to)
{
    return tx.all<IncidentSpan>(
        R"sql(
        SELECT i.id AS id, i.title AS title, i.started_at AS started_at,
               i.resolved_at AS resolved_at
        FROM   status_incidents i
        WHERE  i.started_at < :to_at AND (i.resolved_at IS NULL OR i.resolved_at > :from_at)
        AND    i.account IS NULL AND i.merged_into IS NULL AND i.state <> 'suspected'
        AND    EXISTS (SELECT 1
                       FROM   status_touched t
                       JOIN   status_services s ON s.id = t.service
                       WHERE  t.incident = i.id AND s.is_public = 1)
        ORDER BY i.id DESC
        LIMIT  :most)sql",
        {{"from_at", from}, {"to_at", to}, {"most", most_in_a_period}});
}

}  // namespace tellfirst::status
