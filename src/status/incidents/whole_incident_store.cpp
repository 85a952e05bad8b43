#include "status/incidents/eta_history.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/repeats.hpp"
#include "status/incidents/when.hpp"
#include "status/services/ppm.hpp"
#include "status/services/severity.hpp"

// Incidents with all that belongs to them. A page of them is chosen by one SELECT, and each table
// is asked once for whatever belongs to those: a status page reads hundreds at a time.
namespace tellfirst::status::store {
namespace {

// A SELECT of the ids of incidents, and what is bound to it.
struct Choice {
    std::string ids;
    std::vector<db::Param> params;
};

// `sql` names the chosen ids as {ids}.
template <class T>
std::vector<T> all(db::Tx& tx, std::string_view sql, Choice const& choice)
{
    std::vector<T> rows;
    (void)tx.query(
        fmt::format(fmt::runtime(sql), fmt::arg("ids", choice.ids)), choice.params,
        [&](db::Row const& row) { rows.push_back(db::from_row<T>(row)); });
    return rows;
}

struct IncidentRow : notify::When {
    IncidentId id;
    std::string title;
    IncidentState state = IncidentState::investigating;
    DataSafety data_safety = DataSafety::not_yet_known;
    std::string workaround_text;
    std::optional<std::string> workaround_url;
    std::optional<AccountId> account;
    std::optional<SeenBy> first_seen_by;
    std::optional<Instant> first_seen_at;
    std::string first_seen_detail;
    std::optional<IncidentId> merged_into;
    std::optional<PersonId> owner;
    Instant started_at;
    std::optional<Instant> monitoring_at;
    std::optional<Instant> resolved_at;
    std::optional<Instant> reviewed_at;
    Instant created_at;
    Instant changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    IncidentRow, (notify::When),
    (id, title, state, data_safety, workaround_text, workaround_url, account, first_seen_by,
     first_seen_at, first_seen_detail, merged_into, owner, started_at, monitoring_at, resolved_at,
     reviewed_at, created_at, changed_at, version))

struct TouchedRow {
    IncidentId incident;
    ServiceId service;
    ServiceState state = ServiceState::major;
    std::optional<Ppm> failing_ppm;
    std::string symptom;
    Instant since;
    std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(
    TouchedRow, (), (incident, service, state, failing_ppm, symptom, since, until))

struct UpdateRow : notify::When {
    IncidentId incident;
    UpdateId id;
    IncidentState state = IncidentState::investigating;
    std::string text;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(UpdateRow, (notify::When), (incident, id, state, text, at))

struct ChangeRow {
    IncidentId incident;
    UpdateId update_id;
    ServiceId service;
    ServiceState from_state = ServiceState::operational;
    ServiceState to_state = ServiceState::operational;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (incident, update_id, service, from_state, to_state))

struct VoiceCount {
    IncidentId incident;
    VoiceKind kind = VoiceKind::see_it_too;
    std::int64_t voices = 0;
};
BOOST_DESCRIBE_STRUCT(VoiceCount, (), (incident, kind, voices))

Incident incident_of(IncidentRow const& row)
{
    Incident incident{
        .id = row.id,
        .title = row.title,
        .state = row.state,
        .worst = ServiceState::operational,
        .when = row,
        .data_safety = row.data_safety,
        .account = row.account,
        .merged_into = row.merged_into,
        .owner = row.owner,
        .started_at = row.started_at,
        .monitoring_at = row.monitoring_at,
        .resolved_at = row.resolved_at,
        .reviewed_at = row.reviewed_at,
        .created_at = row.created_at,
        .changed_at = row.changed_at,
        .version = row.version};
    if (!row.workaround_text.empty())
        incident.workaround = Workaround{.text = row.workaround_text, .url = row.workaround_url};
    if (row.first_seen_by && row.first_seen_at)
        incident.first_seen = FirstSeen{
            .by = *row.first_seen_by, .at = *row.first_seen_at, .detail = row.first_seen_detail};
    return incident;
}

// They stand newest first; each row belongs to one of them.
Incident& owner_of(std::vector<Incident>& incidents, IncidentId id)
{
    return *std::ranges::lower_bound(incidents, id, std::greater{}, &Incident::id);
}

Touched said_of(TouchedRow const& row)
{
    return {
        .service = row.service,
        .state = row.state,
        .failing_percent = row.failing_ppm.transform(percent_of),
        .symptom = row.symptom};
}

// Of a row that ended while its incident goes on (a correction said so) nothing is held any more.
Touched touched_of(TouchedRow const& row, Incident const& incident)
{
    if (row.until && !incident.resolved_at)
        return {.service = row.service, .state = ServiceState::operational};
    return said_of(row);
}

// A state that came back lasted as long as all its stretches together.
void note_worst(TouchedRow const& row, Incident& incident)
{
    incident.worst = worst(incident.worst, row.state);
    auto const end = row.until.value_or(incident.resolved_at.value_or(row.since));
    WorstHeld held{.touched = said_of(row), .lasted = std::max(end - row.since, Duration{0})};
    auto const known = incident.worsts.find(row.service);
    if (known == incident.worsts.end()) {
        incident.worsts.emplace(row.service, std::move(held));
        return;
    }
    auto& before = known->second;
    if (severity(row.state) < severity(before.touched.state))
        return;
    if (row.state == before.touched.state)
        held.lasted += before.lasted;
    before = std::move(held);
}

// Each service as the newest row says, also after the end; the worst counts all rows.
void add_services(db::Tx& tx, Choice const& choice, std::vector<Incident>& incidents)
{
    auto const add = [&](TouchedRow const& row) {
        auto& incident = owner_of(incidents, row.incident);
        auto touched = touched_of(row, incident);
        note_worst(row, incident);
        if (!incident.services.empty() && incident.services.back().service == row.service)
            incident.services.back() = std::move(touched);
        else
            incident.services.push_back(std::move(touched));
    };
    for (auto const& row : all<TouchedRow>(
             tx, R"sql(
        SELECT incident, service, state, failing_ppm, symptom, since, until
        FROM   status_touched
        WHERE  incident IN ({ids})
        ORDER BY incident, service, since)sql",
             choice))
        add(row);
    if (std::ranges::none_of(
            incidents, [](Incident const& one) { return one.state == IncidentState::suspected; }))
        return;
    for (auto const& row : all<TouchedRow>(
             tx, R"sql(
        SELECT incident, service, state, failing_ppm, symptom, CAST(0 AS BIGINT) AS since,
               CAST(NULL AS BIGINT) AS until
        FROM   status_suspected
        WHERE  incident IN ({ids})
        ORDER BY incident, service)sql",
             choice))
        if (owner_of(incidents, row.incident).state == IncidentState::suspected)
            add(row);
}

void add_updates(db::Tx& tx, Choice const& choice, std::vector<Incident>& incidents)
{
    for (auto const& row : all<UpdateRow>(
             tx, R"sql(
        SELECT eta_at, eta_from, eta_words, next_word_at, incident, id, state, text, at
        FROM   status_updates
        WHERE  incident IN ({ids})
        ORDER BY id DESC)sql",
             choice))
        owner_of(incidents, row.incident)
            .updates.push_back(
                {.id = row.id, .state = row.state, .text = row.text, .when = row, .at = row.at});
    for (auto const& row : all<ChangeRow>(
             tx, R"sql(
        SELECT incident, update_id, service, from_state, to_state
        FROM   status_update_services
        WHERE  incident IN ({ids})
        ORDER BY incident, update_id, service)sql",
             choice)) {
        auto& updates = owner_of(incidents, row.incident).updates;
        std::ranges::find(updates, row.update_id, &Update::id)
            ->changes.push_back(
                {.service = row.service, .from = row.from_state, .to = row.to_state});
    }
}

void add_voices(db::Tx& tx, Choice const& choice, std::vector<Incident>& incidents)
{
    for (auto const& row : all<VoiceCount>(
             tx, R"sql(
        SELECT subject AS incident, kind AS kind, COUNT(*) AS voices
        FROM   status_voices
        WHERE  about = 'incident' AND subject IN ({ids})
        GROUP BY subject, kind)sql",
             choice)) {
        auto& voices = owner_of(incidents, row.incident).voices;
        switch (row.kind) {
        case VoiceKind::see_it_too: voices.see_it_too = row.voices; break;
        case VoiceKind::looked_at_workaround: voices.looked_at_workaround = row.voices; break;
        case VoiceKind::helped: voices.workaround_helped = row.voices; break;
        case VoiceKind::affects_me: break;  // of known issues
        }
    }
}

std::vector<Began> began_within(db::Tx& tx, LookBack const& span)
{
    return tx.all<Began>(
        R"sql(
        SELECT DISTINCT t.incident AS incident, t.service AS service, i.started_at AS started_at,
               i.account AS account
        FROM   status_incidents i
        JOIN   status_touched t ON t.incident = i.id
        WHERE  i.started_at >= :since AND i.started_at < :until AND i.merged_into IS NULL
        ORDER BY i.started_at, t.incident, t.service)sql",
        {{"since", span.from}, {"until", span.to}});
}

void add_repeats(db::Tx& tx, std::vector<Incident>& incidents)
{
    std::vector<Instant> began_at;
    for (auto const& incident : incidents)
        began_at.push_back(incident.started_at);
    std::vector<Began> began;
    for (auto const& span : look_backs(std::move(began_at)))
        std::ranges::move(began_within(tx, span), std::back_inserter(began));
    for (auto& incident : incidents) {
        incident.repeated = repeats_of(incident, began);
        for (auto const& repeat : incident.repeated)
            incident.repeats.push_back(repeat.incident);
    }
}

std::vector<Incident> whole(db::Tx& tx, Choice const& choice, Instant now)
{
    std::vector<Incident> incidents;
    for (auto const& row : all<IncidentRow>(
             tx, R"sql(
        SELECT eta_at, eta_from, eta_words, next_word_at, id, title, state, data_safety,
               workaround_text, workaround_url, account, first_seen_by, first_seen_at,
               first_seen_detail, merged_into, owner, started_at, monitoring_at, resolved_at,
               reviewed_at, created_at, changed_at, version
        FROM   status_incidents
        WHERE  id IN ({ids})
        ORDER BY id DESC)sql",
             choice))
        incidents.push_back(incident_of(row));
    if (incidents.empty())
        return incidents;
    add_services(tx, choice, incidents);
    add_updates(tx, choice, incidents);
    add_voices(tx, choice, incidents);
    add_repeats(tx, incidents);
    for (auto& incident : incidents) {
        incident.eta_history = eta_history(incident.updates);
        if (!incident.resolved_at)
            incident.overdue_since = overdue_since(incident.when, now);
        incident.overdue = incident.overdue_since.has_value();
    }
    return incidents;
}

std::string_view condition_of(Which which)
{
    switch (which) {
    case Which::all: return "state <> 'suspected'";
    case Which::open: return "resolved_at IS NULL AND state <> 'suspected'";
    case Which::resolved: return "resolved_at IS NOT NULL AND state <> 'suspected'";
    case Which::suspected: return "resolved_at IS NULL AND state = 'suspected'";
    }
    return "";
}

}  // namespace

std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now)
{
    auto found = whole(
        tx, {.ids = "SELECT id FROM status_incidents WHERE id = :id", .params = {{"id", id}}}, now);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Incident>
incidents(db::Tx& tx, Instant now, std::optional<IncidentId> after, int limit, Which which)
{
    constexpr IncidentId newest{std::numeric_limits<std::int64_t>::max()};
    return whole(
        tx,
        {.ids = fmt::format(
             "SELECT id FROM status_incidents WHERE id < :after AND {} ORDER BY id DESC "
             "LIMIT :limit",
             condition_of(which)),
         .params = {{"after", after.value_or(newest)}, {"limit", limit}}},
        now);
}

std::vector<Incident> open_incidents(db::Tx& tx, Instant now)
{
    return whole(
        tx,
        {.ids = fmt::format("SELECT id FROM status_incidents WHERE {}", condition_of(Which::open)),
         .params = {}},
        now);
}

std::vector<Incident> incidents_since(db::Tx& tx, Instant from, Instant now)
{
    return whole(
        tx,
        {.ids =
             "SELECT id FROM status_incidents WHERE (resolved_at IS NULL OR resolved_at > :from) "
             "AND merged_into IS NULL AND state <> 'suspected' ORDER BY id DESC LIMIT :limit",
         .params = {{"from", from}, {"limit", most_incidents_since}}},
        now);
}

std::vector<Incident> incidents(db::Tx& tx, Instant now, std::span<IncidentId const> ids)
{
    if (ids.empty())
        return {};
    std::string named;
    for (auto const id : ids)
        named += (named.empty() ? "" : ", ") + std::to_string(id.value());
    return whole(tx, {.ids = std::move(named), .params = {}}, now);
}

}  // namespace tellfirst::status::store
