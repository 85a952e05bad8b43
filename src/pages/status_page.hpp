#pragma once
// What a page shows, as plain values: only services that its reader may see, only incidents,
// windows and issues that touch one of them, and nothing of who works on it. As JSON it is
// /status.json.
#include "status/status.hpp"
#include "status/types.hpp"

namespace tellfirst::pages {

// Past trouble is shown so long, and not more of it than anybody reads.
inline constexpr std::chrono::days past_shown{14};
inline constexpr std::size_t most_past = 20;
// An issue that was closed stands there so long, since those whom it troubled look for it.
inline constexpr std::chrono::days closed_issue_shown{7};
// So many of the newest incidents and windows have pages of their own and stand in feeds.
inline constexpr std::size_t most_latest = 50;
// Calendars say so long that a recurring window was ended: whoever subscribes has asked by then.
inline constexpr std::chrono::days ended_series_shown{90};
// A service is watched by what looks at it each minute: silent for three looks, it is not known.
inline constexpr int looks_missed = 3;

struct ShownService {
    ServiceId id;
    std::string name;
    std::string description;
    bool is_group = false;  // its state is the worst of those of its parts that the reader sees
    std::optional<ServiceId> parent;
    std::int64_t depth = 0;  // how many groups it stands in
    status::ServiceState state = status::ServiceState::operational;
    std::optional<status::Check> checked;
    std::optional<Instant> silent_at;  // not known from then on, unless it is looked at again
    std::string uptime;                // "99.98": over all its days; "" where that is not known
    Instant created_at;
    std::vector<status::Day> days = {};  // oldest first; too many for /status.json
};
BOOST_DESCRIBE_STRUCT(
    ShownService, (),
    (id, name, description, is_group, parent, depth, state, checked, silent_at, uptime, created_at))

struct ShownTouch {
    ServiceId service;
    std::string name;
    status::ServiceState state = status::ServiceState::major;
    std::optional<double> failing_percent = {};
    std::string symptom = {};
    std::optional<std::int64_t> held_s = {};  // of what is over: so long it was in that state
};
BOOST_DESCRIBE_STRUCT(ShownTouch, (), (service, name, state, failing_percent, symptom, held_s))

struct ShownName {
    ServiceId service;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ShownName, (), (service, name))

struct ShownMerge {
    IncidentId into;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(ShownMerge, (), (into, title))

struct ShownIncident {
    IncidentId id;
    std::string title;
    status::IncidentState state = status::IncidentState::investigating;
    std::vector<ShownTouch> services;  // as they are; of what is over, the worst of each
    status::ServiceState worst = status::ServiceState::major;  // that it ever held one of them in
    notify::When when;
    std::vector<status::GivenEta> eta_history;  // oldest first
    bool overdue = false;
    std::optional<Instant> overdue_since;
    status::DataSafety data_safety = status::DataSafety::not_yet_known;
    std::optional<status::Workaround> workaround;
    status::Voices voices;
    std::int64_t repeats = 0;    // earlier ones on services that the reader sees, within 90 days
    bool is_yours_only = false;  // trouble of this account alone
    std::optional<Instant> corrected_at;  // when its times were last put right
    Instant started_at;
    std::optional<Instant> monitoring_at;
    std::optional<Instant> resolved_at;
    std::optional<Instant> reviewed_at;
    Instant created_at;
    Instant changed_at;
    std::vector<status::Update> updates;         // newest first
    std::optional<ShownMerge> merged_into = {};  // what it turned out to be a part of
};
BOOST_DESCRIBE_STRUCT(
    ShownIncident, (),
    (id, title, state, services, worst, when, eta_history, overdue, overdue_since, data_safety,
     workaround, voices, repeats, is_yours_only, corrected_at, started_at, monitoring_at,
     resolved_at, reviewed_at, created_at, changed_at, updates, merged_into))

struct ShownWindow {
    WindowId id;
    std::string title;
    status::WindowState state = status::WindowState::planned;
    std::vector<ShownName> services;
    Instant starts_at;
    Instant ends_at;
    std::optional<Instant> announced_end;
    std::optional<status::WindowSpan> was = {};  // before it was moved
    std::string text;                            // the newest word
    std::vector<status::WindowWordSaid> words;   // newest first
    std::optional<SeriesId> series;
    std::optional<Instant> occurrence;
    std::int64_t sequence = 0;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(
    ShownWindow, (),
    (id, title, state, services, starts_at, ends_at, announced_end, was, text, words, series,
     occurrence, sequence, created_at, changed_at, closed_at))

// When it ended; of one that goes on or was cancelled, when it would.
[[nodiscard]] Instant end_of(ShownWindow const& window);

struct ShownSeries {
    SeriesId id;
    std::string title;
    std::vector<ShownName> services;
    std::string text;
    std::string zone;
    std::string first;
    std::int64_t minutes = 0;
    std::string rule;
    Instant first_at;
    std::vector<status::Occurrence> occurrences;  // oldest first
    std::int64_t past = 0;
    std::int64_t used = 0;
    std::vector<Instant> left_out;
    std::int64_t sequence = 0;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> ended_at = {};  // for calendars: what ended stands on no page
};
BOOST_DESCRIBE_STRUCT(
    ShownSeries, (),
    (id, title, services, text, zone, first, minutes, rule, first_at, occurrences, past, used,
     left_out, sequence, created_at, changed_at))

struct ShownIssue {
    IssueId id;
    std::string title;
    std::vector<ShownName> services;
    std::string text;
    std::optional<status::Workaround> workaround;
    notify::When fix;
    std::vector<status::GivenEta> fix_history;  // oldest first
    std::int64_t affected = 0;
    std::int64_t helped = 0;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> closed_at;
    std::string closing_text;
};
BOOST_DESCRIBE_STRUCT(
    ShownIssue, (),
    (id, title, services, text, workaround, fix, fix_history, affected, helped, created_at,
     changed_at, closed_at, closing_text))

struct StatusPage {
    std::string brand;
    Instant as_of;
    std::vector<ShownService> services;       // as they stand in the tree
    std::vector<ShownIncident> incidents;     // open ones, newest first
    std::vector<ShownIssue> issues;           // open ones, and those closed of late
    std::vector<ShownWindow> windows;         // running, planned and cancelled, the soonest first
    std::vector<ShownSeries> series;          // recurring windows that go on
    std::vector<ShownIncident> past;          // of the last 14 days, the latest end first
    std::vector<ShownWindow> past_windows;    // of as many days: finished or cancelled
    std::vector<ShownIncident> latest;        // the newest, open or not
    std::vector<ShownWindow> latest_windows;  // the newest, over or not
    std::vector<ShownSeries> ended_series;    // of late
    std::vector<ShownIncident> merged;        // of the newest, those that are part of another one
    std::vector<ShownService> retired = {};   // in no tree: what is past names them
};
BOOST_DESCRIBE_STRUCT(
    StatusPage, (),
    (brand, as_of, services, incidents, issues, windows, series, past, past_windows))

using AllBars = std::map<ServiceId, status::Bars>;

// All that there is to see, for whomever; read once for all pages.
struct Found {
    std::vector<status::Service> services;  // by position, then name
    std::vector<status::Incident> open;
    std::vector<status::Incident> latest;  // the newest, open or not
    std::vector<status::Window> windows;   // over or not
    std::vector<status::Series> series;
    std::vector<status::Issue> issues;
    AllBars bars;
    std::map<IncidentId, Instant> corrected = {};  // whose times were, and when
    std::vector<status::Service> retired = {};     // what is past is told with their names
    Instant now;
};
// With an account: of the past trouble that single accounts had only its own, and bars as its plan
// counts.
[[nodiscard]] Found look(Call& call, std::optional<AccountId> account = std::nullopt);
[[nodiscard]] std::vector<status::Service> retired_among(std::vector<status::Service> services);
// The last 90 days of all that there ever was, likewise.
[[nodiscard]] AllBars
look_at_bars(Call& call, std::span<status::Service const> ever, std::optional<AccountId> account);
// One incident, window or issue by its id ("inc_..."), and what it was merged into; nothing beside.
[[nodiscard]] Found look_at(Call& call, std::string_view id);

// Whose eyes. Everybody sees what is public; customers what they use, where we know that, and
// trouble that is theirs alone.
struct Reader {
    std::optional<std::vector<ServiceId>> services = {};
    std::optional<AccountId> account = {};
    // Instead of those that were found for everybody. Shared: many of those on a plan have the
    // same.
    std::shared_ptr<AllBars const> bars = {};
};
[[nodiscard]] StatusPage
status_page_of(Found const& found, std::string const& brand, Reader const& reader);

// All that the reader sees of it, however old it is and however much: more than stands on a page.
struct Seen {
    std::vector<ShownService> services;
    std::vector<ShownIncident> incidents;  // open ones, then the others; merged ones, too
    std::vector<ShownWindow> windows;
    std::vector<ShownIssue> issues;
};
[[nodiscard]] Seen all_seen(Found const& found, Reader const& reader);

// The worst state that it holds a service in which its reader sees.
[[nodiscard]] status::ServiceState worst_of(ShownIncident const& incident);

// As status::worst, but what is not known is not hidden behind planned work.
[[nodiscard]] status::ServiceState worst_shown(status::ServiceState a, status::ServiceState b);

// When the page's own words become untrue ("next word by 15:00") though nothing happens.
[[nodiscard]] std::optional<Instant> next_change(StatusPage const& page);

}  // namespace tellfirst::pages
