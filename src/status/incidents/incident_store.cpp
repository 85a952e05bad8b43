#include "status/incidents/incident_store.hpp"
#include "status/incidents/when.hpp"

namespace tellfirst::status::store {
namespace {

struct IncidentRow {
    IncidentId id;
    std::string title;
    IncidentState state = IncidentState::investigating;
    std::optional<Instant> eta_at;
    std::optional<Instant> eta_from;
    std::string eta_words;
    std::optional<Instant> next_word_at;
    std::optional<PersonId> owner;
    Instant started_at;
    std::optional<Instant> resolved_at;
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    IncidentRow, (),
    (id, title, state, eta_at, eta_from, eta_words, next_word_at, owner, started_at, resolved_at,
     created_at, version))

struct UpdateRow {
    UpdateId id;
    IncidentState state = IncidentState::investigating;
    std::string text;
    std::optional<Instant> eta_at;
    std::optional<Instant> eta_from;
    std::string eta_words;
    std::optional<Instant> next_word_at;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(
    UpdateRow, (), (id, state, text, eta_at, eta_from, eta_words, next_word_at, at))

struct TouchedRow {
    ServiceId service;
    ServiceState state = ServiceState::major;
};
BOOST_DESCRIBE_STRUCT(TouchedRow, (), (service, state))

std::vector<Touched> touched_by(db::Tx& tx, IncidentId id)
{
    std::vector<Touched> touched;
    // The newest row of each service: what it said last, also after the end.
    for (auto const& row : tx.all<TouchedRow>(
             R"sql(
        SELECT service, state
        FROM   status_touched row
        WHERE  incident = :id
        AND    since = (SELECT MAX(since) FROM status_touched newest
                        WHERE newest.incident = row.incident AND newest.service = row.service)
        ORDER BY service)sql",
             {{"id", id}}))
        touched.push_back({.service = row.service, .state = row.state});
    return touched;
}

std::vector<Update> updates_of(db::Tx& tx, IncidentId id)
{
    std::vector<Update> updates;
    for (auto const& row : tx.all<UpdateRow>(
             R"sql(
        SELECT id, state, text, eta_at, eta_from, eta_words, next_word_at, at
        FROM   status_updates
        WHERE  incident = :id
        ORDER BY id DESC)sql",
             {{"id", id}}))
        updates.push_back(
            {.id = row.id,
             .state = row.state,
             .text = row.text,
             .when =
                 {.eta_at = row.eta_at,
                  .eta_from = row.eta_from,
                  .eta_words = row.eta_words,
                  .next_word_at = row.next_word_at},
             .at = row.at});
    return updates;
}

Incident whole(db::Tx& tx, IncidentRow const& row, Instant now)
{
    Incident incident{
        .id = row.id,
        .title = row.title,
        .state = row.state,
        .services = touched_by(tx, row.id),
        .when =
            {.eta_at = row.eta_at,
             .eta_from = row.eta_from,
             .eta_words = row.eta_words,
             .next_word_at = row.next_word_at},
        .owner = row.owner,
        .started_at = row.started_at,
        .resolved_at = row.resolved_at,
        .created_at = row.created_at,
        .updates = updates_of(tx, row.id),
        .version = row.version};
    if (!row.resolved_at)
        incident.overdue_since = overdue_since(incident.when, now);
    incident.overdue = incident.overdue_since.has_value();
    return incident;
}

std::vector<Incident> whole(db::Tx& tx, std::vector<IncidentRow> const& rows, Instant now)
{
    std::vector<Incident> all;
    for (auto const& row : rows)
        all.push_back(whole(tx, row, now));
    return all;
}

std::string_view condition_of(Which which)
{
    switch (which) {
    case Which::all: return "";
    case Which::open: return " AND resolved_at IS NULL";
    case Which::resolved: return " AND resolved_at IS NOT NULL";
    }
    return "";
}

}  // namespace

void add_incident(db::Tx& tx, Incident const& incident)
{
    tx.run(
        R"sql(
        INSERT INTO status_incidents (id, title, state, eta_at, eta_from, eta_words, next_word_at,
                                      owner, started_at, resolved_at, created_at, version)
        VALUES (:id, :title, :state, :eta_at, :eta_from, :eta_words, :next_word_at,
                :owner, :started_at, :resolved_at, :created_at, :version))sql",
        {{"id", incident.id},
         {"title", incident.title},
         {"state", incident.state},
         {"eta_at", incident.when.eta_at},
         {"eta_from", incident.when.eta_from},
         {"eta_words", incident.when.eta_words},
         {"next_word_at", incident.when.next_word_at},
         {"owner", incident.owner},
         {"started_at", incident.started_at},
         {"resolved_at", incident.resolved_at},
         {"created_at", incident.created_at},
         {"version", incident.version}});
}

void save_incident(db::Tx& tx, Incident& incident)
{
    ++incident.version;
    tx.run(
        R"sql(
        UPDATE status_incidents
        SET    title = :title, state = :state, eta_at = :eta_at, eta_from = :eta_from,
               eta_words = :eta_words, next_word_at = :next_word_at, owner = :owner,
               resolved_at = :resolved_at, version = :version
        WHERE  id = :id)sql",
        {{"id", incident.id},
         {"title", incident.title},
         {"state", incident.state},
         {"eta_at", incident.when.eta_at},
         {"eta_from", incident.when.eta_from},
         {"eta_words", incident.when.eta_words},
         {"next_word_at", incident.when.next_word_at},
         {"owner", incident.owner},
         {"resolved_at", incident.resolved_at},
         {"version", incident.version}});
}

void add_update(db::Tx& tx, IncidentId incident, Update const& update)
{
    tx.run(
        R"sql(
        INSERT INTO status_updates (id, incident, state, text, eta_at, eta_from, eta_words,
                                    next_word_at, at)
        VALUES (:id, :incident, :state, :text, :eta_at, :eta_from, :eta_words,
                :next_word_at, :at))sql",
        {{"id", update.id},
         {"incident", incident},
         {"state", update.state},
         {"text", update.text},
         {"eta_at", update.when.eta_at},
         {"eta_from", update.when.eta_from},
         {"eta_words", update.when.eta_words},
         {"next_word_at", update.when.next_word_at},
         {"at", update.at}});
}

std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now)
{
    auto const row = tx.one<IncidentRow>(
        R"sql(
        SELECT id, title, state, eta_at, eta_from, eta_words, next_word_at, owner, started_at,
               resolved_at, created_at, version
        FROM   status_incidents
        WHERE  id = :id)sql",
        {{"id", id}});
    return row ? std::optional{whole(tx, *row, now)} : std::nullopt;
}

std::vector<Incident>
incidents(db::Tx& tx, Instant now, std::optional<IncidentId> after, int limit, Which which)
{
    constexpr auto newest = std::numeric_limits<std::int64_t>::max();
    auto const sql = fmt::format(
        R"sql(
        SELECT id, title, state, eta_at, eta_from, eta_words, next_word_at, owner, started_at,
               resolved_at, created_at, version
        FROM   status_incidents
        WHERE  id < :after{}
        ORDER BY id DESC
        LIMIT  :limit)sql",
        condition_of(which));
    return whole(
        tx,
        tx.all<IncidentRow>(sql, {{"after", after.value_or(IncidentId{newest})}, {"limit", limit}}),
        now);
}

std::vector<Incident> open_incidents(db::Tx& tx, Instant now)
{
    return whole(
        tx, tx.all<IncidentRow>(R"sql(
        SELECT id, title, state, eta_at, eta_from, eta_words, next_word_at, owner, started_at,
               resolved_at, created_at, version
        FROM   status_incidents
        WHERE  resolved_at IS NULL
        ORDER BY id DESC)sql"),
        now);
}

void touch(db::Tx& tx, IncidentId incident, Touched const& touched, Instant since)
{
    tx.run(
        R"sql(
        UPDATE status_touched
        SET    until = :since
        WHERE  incident = :incident AND service = :service AND until IS NULL)sql",
        {{"incident", incident}, {"service", touched.service}, {"since", since}});
    // Two changes in one microsecond: the later word wins.
    tx.run(
        R"sql(
        INSERT INTO status_touched (incident, service, state, since, until)
        VALUES (:incident, :service, :state, :since, NULL)
        ON CONFLICT (incident, service, since) DO UPDATE SET state = excluded.state, until = NULL)sql",
        {{"incident", incident},
         {"service", touched.service},
         {"state", touched.state},
         {"since", since}});
}

void release(db::Tx& tx, IncidentId incident, Instant until)
{
    tx.run(
        R"sql(
        UPDATE status_touched
        SET    until = :until
        WHERE  incident = :incident AND until IS NULL)sql",
        {{"incident", incident}, {"until", until}});
}

}  // namespace tellfirst::status::store
