#pragma once
// Incidents: unplanned trouble on services, and every public word on it.
#include "notify/notify.hpp"
#include "status/services/types.hpp"

namespace tellfirst::status {

// Suspected is seen by us only. After resolved comes the review, when it has been published.
enum class IncidentState { suspected, investigating, identified, monitoring, resolved, review };
BOOST_DESCRIBE_ENUM(
    IncidentState, suspected, investigating, identified, monitoring, resolved, review)

struct Touched {
    static constexpr std::array<std::string_view, 2> required{"service", "state"};
    ServiceId service;
    ServiceState state = ServiceState::major;
    // Degraded or partial: so many of a hundred tries fail; availability counts by it.
    std::optional<double> failing_percent;
    std::string symptom;  // "Uploads take minutes"
    bool operator==(Touched const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Touched, (), (service, state, failing_percent, symptom))

// {"at": ..} or {"within": "2h"} or {"from": .., "to": ..}: exactly one of the three.
struct Eta {
    std::optional<Instant> at;
    std::optional<std::string> within;
    std::optional<Instant> from;
    std::optional<Instant> to;
};
BOOST_DESCRIBE_STRUCT(Eta, (), (at, within, from, to))

// "Is my data safe?"
enum class DataSafety { not_yet_known, safe, at_risk, lost };
BOOST_DESCRIBE_ENUM(DataSafety, not_yet_known, safe, at_risk, lost)

// What helps until it works again; the link leads to wherever it is explained.
struct Workaround {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    std::optional<std::string> url;
    bool operator==(Workaround const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Workaround, (), (text, url))

enum class SeenBy { monitor, customer, us };
BOOST_DESCRIBE_ENUM(SeenBy, monitor, customer, us)

// Who saw it first, and when.
struct FirstSeen {
    static constexpr std::array<std::string_view, 2> required{"by", "at"};
    SeenBy by = SeenBy::us;
    Instant at;
    std::string detail;  // "fra-1", "T-1042"
};
BOOST_DESCRIBE_STRUCT(FirstSeen, (), (by, at, detail))

struct NewIncident {
    static constexpr std::array<std::string_view, 3> required{"title", "services", "text"};
    std::string title;
    std::vector<Touched> services;
    std::string text;
    std::optional<Eta> eta;
    std::optional<Instant> next_word_at;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
    std::optional<PersonId> owner;
    std::optional<Instant> started_at;  // when it really began; absent = now
    DataSafety data_safety = DataSafety::not_yet_known;
    std::optional<Workaround> workaround;
    std::optional<AccountId> account;  // trouble of this account only: nobody else sees it
    std::optional<FirstSeen> first_seen;
};
BOOST_DESCRIBE_STRUCT(
    NewIncident, (),
    (title, services, text, eta, next_word_at, notify, undo_s, owner, started_at, data_safety,
     workaround, account, first_seen))

// Trouble that nobody has judged yet: seen by us only, until it is published or dismissed.
struct NewSuspicion {
    static constexpr std::array<std::string_view, 2> required{"title", "services"};
    std::string title;
    std::vector<Touched> services;
    std::optional<FirstSeen> first_seen;  // absent: by us, now
};
BOOST_DESCRIBE_STRUCT(NewSuspicion, (), (title, services, first_seen))

struct Dismiss {
    static constexpr std::array<std::string_view, 1> required{"reason"};
    std::string reason;  // "a false alarm of fra-1"
};
BOOST_DESCRIBE_STRUCT(Dismiss, (), (reason))

struct NewUpdate {
    static constexpr std::array<std::string_view, 2> required{"state", "text"};
    IncidentState state = IncidentState::investigating;
    std::string text;
    std::optional<Eta> eta;
    std::optional<Instant> next_word_at;
    std::optional<std::vector<Touched>> services;  // new states; absent = as they are
    std::optional<DataSafety> data_safety;         // absent = as it was said
    std::optional<Workaround> workaround;          // absent = as it was; no text = there is none
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(
    NewUpdate, (),
    (state, text, eta, next_word_at, services, data_safety, workaround, notify, undo_s))

struct Resolve {
    static constexpr std::array<std::string_view, 0> required{};
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
    std::optional<Instant> ended_at;        // when it was really over; absent = now
    std::optional<DataSafety> data_safety;  // absent = as it was said
    std::optional<Workaround> workaround;   // absent = as it was; no text = there is none
};
BOOST_DESCRIBE_STRUCT(Resolve, (), (text, notify, undo_s, ended_at, data_safety, workaround))

// What came of it, some days after: how it came to this, and what changes (a post-mortem).
struct Review {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(Review, (), (text, notify, undo_s))

struct Merge {
    static constexpr std::array<std::string_view, 1> required{"into"};
    IncidentId into;
    std::string text;    // the last word of one that was published
    bool notify = true;  // those who were told of it
};
BOOST_DESCRIBE_STRUCT(Merge, (), (into, text, notify))

struct HandOver {
    static constexpr std::array<std::string_view, 1> required{"owner"};
    std::optional<PersonId> owner;  // null: theirs who are on duty
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (owner))

// A service that a word took from one state to another.
struct StateChange {
    ServiceId service;
    ServiceState from = ServiceState::operational;
    ServiceState to = ServiceState::operational;
};
BOOST_DESCRIBE_STRUCT(StateChange, (), (service, from, to))

// One public word, as it was said.
struct Update {
    UpdateId id;
    IncidentState state = IncidentState::investigating;
    std::string text;
    notify::When when;
    std::vector<StateChange> changes;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Update, (), (id, state, text, when, changes, at))

// An estimate that was given, oldest first: "16:30, was 15:30".
struct GivenEta {
    Instant eta_at;
    std::optional<Instant> eta_from = {};  // of a range
    std::string eta_words;
    Instant said_at;
};
BOOST_DESCRIBE_STRUCT(GivenEta, (), (eta_at, eta_from, eta_words, said_at))

// What a customer can say with one click.
enum class VoiceKind { see_it_too, looked_at_workaround, helped, affects_me };
BOOST_DESCRIBE_ENUM(VoiceKind, see_it_too, looked_at_workaround, helped, affects_me)

// How many customers said so.
struct Voices {
    std::int64_t see_it_too = 0;
    std::int64_t looked_at_workaround = 0;
    std::int64_t workaround_helped = 0;
};
BOOST_DESCRIBE_STRUCT(Voices, (), (see_it_too, looked_at_workaround, workaround_helped))

// An earlier incident on the same services, and which of them these were.
struct Repeat {
    IncidentId incident;
    std::vector<ServiceId> services;
    bool operator==(Repeat const&) const = default;
};

// The worst that an incident did to a service, in the words of then, and how long it was so bad.
struct WorstHeld {
    Touched touched;
    Duration lasted{};
};

struct Incident {
    IncidentId id;
    std::string title;
    IncidentState state = IncidentState::investigating;
    std::vector<Touched> services;
    ServiceState worst = ServiceState::major;  // that it ever held a service in
    std::map<ServiceId, WorstHeld> worsts;     // each of them; not in the JSON
    notify::When when;                         // as the newest update says
    std::vector<GivenEta> eta_history;         // each different one, oldest first
    bool overdue = false;                      // the promised word (or time) has passed
    std::optional<Instant> overdue_since;
    DataSafety data_safety = DataSafety::not_yet_known;
    std::optional<Workaround> workaround;
    Voices voices;
    std::vector<IncidentId> repeats;  // earlier ones on its services within 90 days, newest first
    std::vector<Repeat> repeated;     // the same, for whoever may not know of all; not in the JSON
    std::optional<AccountId> account;
    std::optional<FirstSeen> first_seen;
    std::optional<IncidentId> merged_into;
    std::optional<PersonId> owner;
    Instant started_at;
    std::optional<Instant> monitoring_at;  // first
    std::optional<Instant> resolved_at;
    std::optional<Instant> reviewed_at;
    Instant created_at;
    Instant changed_at;           // the newest word or correction
    std::vector<Update> updates;  // newest first
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Incident, (),
    (id, title, state, services, worst, when, eta_history, overdue, overdue_since, data_safety,
     workaround, voices, repeats, account, first_seen, merged_into, owner, started_at,
     monitoring_at, resolved_at, reviewed_at, created_at, changed_at, updates, version))

// What happened, from when to when.
struct IncidentSpan {
    IncidentId id;
    std::string title;
    Instant started_at;
    std::optional<Instant> resolved_at;
};
BOOST_DESCRIBE_STRUCT(IncidentSpan, (), (id, title, started_at, resolved_at))

}  // namespace tellfirst::status
