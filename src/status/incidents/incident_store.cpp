#include "status/incidents/incident_store.hpp"

#include "status/services/ppm.hpp"

// What is written of an incident; whole_incident_store.cpp reads it.
namespace tellfirst::status::store {
namespace {

// What may change of it.
std::vector<db::Param> row_of(Incident const& incident)
{
    auto const& seen = incident.first_seen;
    auto const& around = incident.workaround;
    return {
        {"id", incident.id},
        {"title", incident.title},
        {"state", incident.state},
        {"eta_at", incident.when.eta_at},
        {"eta_from", incident.when.eta_from},
        {"eta_words", incident.when.eta_words},
        {"next_word_at", incident.when.next_word_at},
        {"data_safety", incident.data_safety},
        {"workaround_text", around ? around->text : std::string{}},
        {"workaround_url", around ? around->url : std::nullopt},
        {"account", incident.account},
        {"first_seen_by", seen ? std::optional{seen->by} : std::nullopt},
        {"first_seen_at", seen ? std::optional{seen->at} : std::nullopt},
        {"first_seen_detail", seen ? seen->detail : std::string{}},
        {"merged_into", incident.merged_into},
        {"owner", incident.owner},
        {"started_at", incident.started_at},
        {"monitoring_at", incident.monitoring_at},
        {"resolved_at", incident.resolved_at},
        {"reviewed_at", incident.reviewed_at},
        {"changed_at", incident.changed_at},
        {"version", incident.version}};
}

void run(db::Tx& tx, std::string_view sql, std::vector<db::Param> const& params)
{
    (void)tx.query(sql, params, [](db::Row const&) {});
}

}  // namespace

void add_incident(db::Tx& tx, Incident const& incident)
{
    auto row = row_of(incident);
    row.emplace_back("created_at", incident.created_at);
    run(tx, R"sql(
        INSERT INTO status_incidents (id, title, state, eta_at, eta_from, eta_words, next_word_at,
                                      data_safety, workaround_text, workaround_url, account,
                                      first_seen_by, first_seen_at, first_seen_detail, merged_into,
                                      owner, started_at, monitoring_at, resolved_at, reviewed_at,
                                      created_at, changed_at, version)
        VALUES (:id, :title, :state, :eta_at, :eta_from, :eta_words, :next_word_at,
                :data_safety, :workaround_text, :workaround_url, :account,
                :first_seen_by, :first_seen_at, :first_seen_detail, :merged_into,
                :owner, :started_at, :monitoring_at, :resolved_at, :reviewed_at,
                :created_at, :changed_at, :version))sql",
        row);
}

void save_incident(db::Tx& tx, Incident& incident)
{
    ++incident.version;
    run(tx, R"sql(
        UPDATE status_incidents
        SET    title = :title, state = :state, eta_at = :eta_at, eta_from = :eta_from,
               eta_words = :eta_words, next_word_at = :next_word_at, data_safety = :data_safety,
               workaround_text = :workaround_text, workaround_url = :workaround_url,
               account = :account, first_seen_by = :first_seen_by, first_seen_at = :first_seen_at,
               first_seen_detail = :first_seen_detail, merged_into = :merged_into, owner = :owner,
               started_at = :started_at, monitoring_at = :monitoring_at,
               resolved_at = :resolved_at, reviewed_at = :reviewed_at, changed_at = :changed_at,
               version = :version
        WHERE  id = :id)sql",
        row_of(incident));
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
    for (auto const& change : update.changes)
        tx.run(
            R"sql(
            INSERT INTO status_update_services (incident, update_id, service, from_state, to_state)
            VALUES (:incident, :update_id, :service, :from_state, :to_state))sql",
            {{"incident", incident},
             {"update_id", update.id},
             {"service", change.service},
             {"from_state", change.from},
             {"to_state", change.to}});
}

void untell(db::Tx& tx, IncidentId incident, UpdateId update)
{
    tx.run(
        R"sql(
        UPDATE status_updates
        SET    taken_back = 1
        WHERE  id = :id AND incident = :incident)sql",
        {{"id", update}, {"incident", incident}});
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
        INSERT INTO status_touched (incident, service, state, failing_ppm, symptom, since, until)
        VALUES (:incident, :service, :state, :failing_ppm, :symptom, :since, NULL)
        ON CONFLICT (incident, service, since) DO UPDATE
        SET    state = excluded.state, failing_ppm = excluded.failing_ppm,
               symptom = excluded.symptom, until = NULL)sql",
        {{"incident", incident},
         {"service", touched.service},
         {"state", touched.state},
         {"failing_ppm", touched.failing_percent.transform(ppm_of)},
         {"symptom", touched.symptom},
         {"since", since}});
}

void release(db::Tx& tx, IncidentId incident, Instant until)
{
    // What was said to work again after the end was: a stretch never ends before it begins.
    tx.run(
        R"sql(
        UPDATE status_touched
        SET    until = CASE WHEN since > :until THEN since ELSE :until END
        WHERE  incident = :incident AND until IS NULL)sql",
        {{"incident", incident}, {"until", until}});
}

std::optional<Instant> holds_since(db::Tx& tx, IncidentId incident)
{
    return tx
        .one<std::optional<Instant>>(
            R"sql(
        SELECT MAX(since)
        FROM   status_touched
        WHERE  incident = :incident AND until IS NULL AND state <> 'operational')sql",
            {{"incident", incident}})
        .value_or(std::nullopt);
}

void suspect(db::Tx& tx, IncidentId incident, Touched const& touched)
{
    tx.run(
        R"sql(
        INSERT INTO status_suspected (incident, service, state, failing_ppm, symptom)
        VALUES (:incident, :service, :state, :failing_ppm, :symptom)
        ON CONFLICT (incident, service) DO UPDATE
        SET    state = excluded.state, failing_ppm = excluded.failing_ppm,
               symptom = excluded.symptom)sql",
        {{"incident", incident},
         {"service", touched.service},
         {"state", touched.state},
         {"failing_ppm", touched.failing_percent.transform(ppm_of)},
         {"symptom", touched.symptom}});
}

std::vector<IncidentId> drafts_of(db::Tx& tx, ServiceId service)
{
    return tx.all<IncidentId>(
        R"sql(
        SELECT i.id
        FROM   status_suspected s
        JOIN   status_incidents i ON i.id = s.incident
        WHERE  s.service = :service AND i.state = 'suspected' AND i.resolved_at IS NULL
        AND    i.first_seen_by = 'monitor'
        AND    NOT EXISTS (SELECT 1 FROM status_suspected o
                           WHERE o.incident = s.incident AND o.service <> s.service)
        ORDER BY i.id)sql",
        {{"service", service}});
}

std::vector<IncidentId> merged_into(db::Tx& tx, IncidentId target)
{
    return tx.all<IncidentId>(
        R"sql(
        SELECT id
        FROM   status_incidents
        WHERE  merged_into = :target AND merged_into IS NOT NULL
        ORDER BY id)sql",
        {{"target", target}});
}

void lead_on(db::Tx& tx, IncidentId merged, IncidentId into)
{
    tx.run(
        R"sql(
        UPDATE status_incidents
        SET    customer_at = (SELECT MIN(i.customer_at) FROM status_incidents i
                              WHERE i.id IN (:merged, :target))
        WHERE  id = :target)sql",
        {{"merged", merged}, {"target", into}});
    tx.run(
        R"sql(
        UPDATE status_incidents
        SET    merged_into = :target
        WHERE  merged_into = :merged AND merged_into IS NOT NULL)sql",
        {{"merged", merged}, {"target", into}});
}

std::vector<FirstSight> sightings(db::Tx& tx, Instant from, Instant to)
{
    return tx.all<FirstSight>(
        R"sql(
        SELECT first_seen_by AS by, first_seen_at AS at, customer_at AS customer_at,
               created_at AS created_at
        FROM   status_incidents
        WHERE  started_at >= :since AND started_at < :until
        AND    state <> 'suspected' AND merged_into IS NULL)sql",
        {{"since", from}, {"until", to}});
}

}  // namespace tellfirst::status::store
