#pragma once
// Unplanned trouble, from the first suspicion to the review.
#include "db/db.hpp"
#include "status/incidents/types.hpp"

namespace tellfirst::status {

// Publishing. Errors update.needs_when, update.needs_text, update.when_passed,
// update.bad_state, incident.needs_title, incident.needs_services, incident.bad_service_state,
// incident.bad_percent, service.not_found ("services[1].service"), person.not_found (owner),
// account.not_found, incident.starts_later, incident.seen_later (first_seen.at),
// incident.too_long_ago (both), incident.needs_trouble (the first word, where all works),
// update.not_at_the_end (an update that resolves), workaround.needs_text, workaround.bad_url;
// incident.resolved and incident.suspected (409).
[[nodiscard]] Result<Incident> publish(Call& call, NewIncident const& wish);
[[nodiscard]] Result<Incident>
update(Call& call, IncidentId id, NewUpdate const& wish, std::optional<std::int64_t> version);
// Errors incident.needs_closing_text, incident.ends_later, incident.ends_early (ended_at).
// Said twice: the same answer.
[[nodiscard]] Result<Incident>
resolve(Call& call, IncidentId id, Resolve const& wish, std::optional<std::int64_t> version);

// Trouble that somebody or something saw and nobody has judged: it is in no list but its own, holds
// no service and tells nobody. Errors of publish.
[[nodiscard]] Result<Incident> suspect(Call& call, NewSuspicion const& wish);
// It is one: it keeps who saw it first and when it began, unless the wish says otherwise. Errors of
// publish, incident.published (409), incident.merged (409), incident.dismissed (409).
[[nodiscard]] Result<Incident> publish_suspected(
    Call& call, IncidentId id, NewIncident const& wish, std::optional<std::int64_t> version);
// It is none. Said twice: the same answer. Errors incident.needs_reason, incident.published (409),
// incident.merged (409).
[[nodiscard]] Result<Incident>
dismiss(Call& call, IncidentId id, Dismiss const& wish, std::optional<std::int64_t> version);

// After the end, to those who were told of it. Said twice: the same answer. Errors of a word,
// incident.open, incident.suspected, incident.merged (409).
[[nodiscard]] Result<Incident>
review(Call& call, IncidentId id, Review const& wish, std::optional<std::int64_t> version);
// It is part of another one, which is answered: that one holds its services from now on, says so,
// and its words reach those who were told of this one. Trouble of one account gives no service to
// an incident that everybody reads. Said twice: the same answer. Errors
// update.needs_text (where it was published), update.too_long, incident.merged_into_itself,
// incident.not_found, incident.resolved, incident.of_one_account (into), incident.resolved (409).
[[nodiscard]] Result<Incident>
merge(Call& call, IncidentId id, Merge const& wish, std::optional<std::int64_t> version);
// Who answers for it, and for what was promised of it. Error person.not_found.
[[nodiscard]] Result<Incident>
hand_over(Call& call, IncidentId id, HandOver const& wish, std::optional<std::int64_t> version);

// `now` decides what is overdue.
[[nodiscard]] std::optional<Incident> find_incident(db::Tx& tx, IncidentId id, Instant now);
// Newest first; all that were published, or only those that are open, or are not; or what is only
// suspected. Merged ones are not open. Those of one account are among them: whoever shows them to
// customers leaves them out, or shows them to that account only.
enum class Which { all, open, resolved, suspected };
[[nodiscard]] std::vector<Incident> incidents(
    db::Tx& tx, Instant now, std::optional<IncidentId> after, int limit, Which which = Which::all);
[[nodiscard]] std::vector<Incident> open_incidents(db::Tx& tx, Instant now);
// Those of which a part lies in [from, now], newest first, without those that were merged into
// another: what a customer looks back on. More than these nobody reads.
inline constexpr int most_incidents_since = 1'000;
[[nodiscard]] std::vector<Incident> incidents_since(db::Tx& tx, Instant from, Instant now);

// Whose trouble: everybody's, and besides it what single accounts had alone, or this one.
struct Latest {
    std::optional<AccountId> account = {};
    int most = 0;         // on public services, on others, of accounts: so many of each
    Instant ended_since;  // and so many of those that ended since then, however old they are
};
// What pages are made of; newest first, open or not. None is only suspected.
[[nodiscard]] std::vector<Incident> latest_incidents(db::Tx& tx, Instant now, Latest const& wish);

// Those that everybody could see and of which a part lies in [from, to), the newest first; merged
// ones are parts of others. Of more than these in one period nobody can be told anything anyway.
inline constexpr int most_in_a_period = 10'000;
[[nodiscard]] std::vector<IncidentSpan> public_incidents(db::Tx& tx, Instant from, Instant to);

// The first promised moment that is still to come: a page that shows it plans its own renewal for
// then, because its words become untrue.
[[nodiscard]] std::optional<Instant> next_due(notify::When const& when, Instant now);

struct UpdatePublished {  // also for the first word of an incident
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "UpdatePublished";
    IncidentId incident;
    UpdateId update;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(UpdatePublished, (), (incident, update))

struct IncidentSuspected {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentSuspected";
    IncidentId incident;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentSuspected, (), (incident))

struct IncidentDismissed {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentDismissed";
    IncidentId incident;
    std::string reason;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentDismissed, (), (incident, reason))

struct IncidentResolved {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentResolved";
    IncidentId incident;
    UpdateId update;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentResolved, (), (incident, update))

struct IncidentReviewed {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentReviewed";
    IncidentId incident;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentReviewed, (), (incident))

struct IncidentMerged {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentMerged";
    IncidentId incident;
    IncidentId into;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentMerged, (), (incident, into))

struct IncidentHandedOver {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IncidentHandedOver";
    IncidentId incident;
    std::optional<PersonId> owner;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(IncidentHandedOver, (), (incident, owner))

}  // namespace tellfirst::status
