#pragma once
// The values of notify, as they stand in the API and in facts too.
#include "notify/audience.hpp"

namespace tellfirst::notify {

// Lanes, most urgent first; a lane never starves.
enum class Lane { transactional, incident, planned, news };
BOOST_DESCRIBE_ENUM(Lane, transactional, incident, planned, news)

// The life of one delivery. accepted: his mail server's relay took it. opted_out: the topic is off.
// held: its partner has not released it yet.
enum class State {
    queued,
    held,
    sending,
    accepted,
    deferred,
    failed,
    bounced,
    suppressed,
    opted_out,
    unknown,
    superseded,
    cancelled
};
BOOST_DESCRIBE_ENUM(
    State, queued, held, sending, accepted, deferred, failed, bounced, suppressed, opted_out,
    unknown, superseded, cancelled)

// When: what every public word must carry. All absent = the word has no "when".
struct When {
    std::optional<Instant> eta_at;        // "by 16:30" (upper bound)
    std::optional<Instant> eta_from;      // with eta_at: a range
    std::string eta_words;                // "within 2 h" as it was said, where it was a bound
    std::optional<Instant> next_word_at;  // "unknown, next word at 15:00"
};
BOOST_DESCRIBE_STRUCT(When, (), (eta_at, eta_from, eta_words, next_word_at))

// A service that an announcement is about, as it stands. It is somebody's who uses one of
// `known_by`: itself, or a group in which it stands.
struct NamedService {
    std::string name;
    std::string state;
    std::vector<ServiceId> known_by;
    std::optional<double> failing_percent;
    std::optional<std::string> symptom;
    std::optional<ServiceId> service = {};  // itself; absent in what was said before we kept it
    bool operator==(NamedService const&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedService, (), (name, state, known_by, failing_percent, symptom, service))

// What is said, in one language ("en", "de").
struct Wording {
    static constexpr std::array<std::string_view, 3> required{"language", "title", "text"};
    std::string language;
    std::string title;
    std::string text;
    bool operator==(Wording const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (language, title, text))

// One public word on an incident or a window, or news, for all whom it concerns; notify finds who,
// composes in each contact's language and zone, and keeps a row for each.
struct Announcement {
    About about;
    UpdateId update;
    Reach reach = Reach::exposed;
    accounts::Topic topic = accounts::Topic::unplanned;  // unplanned, recovery, planned or news
    std::string tag = "outage";                          // "[outage]", "[resolved]"
    std::string title;                                   // of the incident or window
    // investigating, identified, monitoring, resolved, review, merged; of a window planned, moved,
    // extended, reminder, started, finished, cancelled
    std::string state;
    std::vector<ServiceId> services;
    std::vector<std::string> service_names;  // that everybody may know of
    std::string service_state;  // the worst of these now: "major"; "" where there are none
    std::string text;
    When when;
    Instant started_at;  // of a window: when it will start and end
    std::optional<Instant> ended_at;
    std::optional<Instant> was_from, was_to;  // of a window that was moved: the time before
    std::optional<AccountId> account;         // exposed is this account only
    std::vector<About> also;  // told are those of these, too: what was merged into it
    std::optional<std::string> data_safety;  // not_yet_known, safe, at_risk, lost
    std::optional<std::string> workaround;
    std::optional<std::string> workaround_url;
    std::optional<std::int64_t> repeats;              // incidents like it within the 90 days before
    std::optional<std::vector<NamedService>> named;   // those of service_names, one by one
    std::optional<std::vector<NamedService>> hidden;  // named only to those who use them
    std::optional<bool> has_page;                     // that everybody may read
    std::optional<std::string> part_of;               // merged: the other's title
    std::optional<BrandId> brand;                     // of news: who reads in its name
    std::optional<PlanId> plan;                       // of them, those on this plan
    std::optional<std::vector<Wording>> wordings;     // title and text in each language
};
BOOST_DESCRIBE_STRUCT(
    Announcement, (),
    (about, update, reach, topic, tag, title, state, services, service_names, service_state, text,
     when, started_at, ended_at, was_from, was_to, account, also, data_safety, workaround,
     workaround_url, repeats, named, hidden, has_page, part_of, brand, plan, wordings))

// One mail to one contact: acknowledgement, reply, sign-in link.
struct Letter {
    ContactId to;
    Email from;  // "help@help.example.test": the contact's brand's, as is the name
    std::string from_name;
    std::optional<Email> reply_to;
    std::string subject;
    std::string text;             // complete; the HTML twin is made from it
    std::string message_id = {};  // without brackets; "" = notify makes one
    std::string in_reply_to = {};
    std::vector<std::string> references = {};
    bool automatic = false;  // acknowledgement: Auto-Submitted: auto-replied
    std::string about = {};  // text id of the ticket or incident
    std::string key = {};    // said twice with the same key: sent once
};
BOOST_DESCRIBE_STRUCT(
    Letter, (),
    (to, from, from_name, reply_to, subject, text, message_id, in_reply_to, references, automatic,
     about, key))

// One mail to one of us.
struct Page {
    std::string subject;
    std::string text;
    std::string about;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(Page, (), (subject, text, about, key))

// How far a notice is. unapproved: it waits for a second pair of eyes. waiting: nothing of it has
// left yet. paused: a person stopped it; the rest may still go.
enum class NoticeState { unapproved, waiting, sending, paused, done, cancelled };
BOOST_DESCRIBE_ENUM(NoticeState, unapproved, waiting, sending, paused, done, cancelled)

// Its deliveries by their state: a member for each.
struct NoticeCounts {
    std::int64_t queued = 0, held = 0, sending = 0, accepted = 0, deferred = 0, failed = 0,
                 bounced = 0, suppressed = 0, opted_out = 0, unknown = 0, superseded = 0,
                 cancelled = 0;
};
BOOST_DESCRIBE_STRUCT(
    NoticeCounts, (),
    (queued, held, sending, accepted, deferred, failed, bounced, suppressed, opted_out, unknown,
     superseded, cancelled))

struct Progress {
    NoticeId id;
    UpdateId update;
    accounts::Topic topic = accounts::Topic::unplanned;
    Instant made_at;
    Instant sends_at;
    NoticeState state = NoticeState::waiting;
    std::int64_t total = 0;
    NoticeCounts counts;
    std::optional<double> per_second;          // while it is being sent: over the last ten seconds
    std::optional<std::int64_t> seconds_left;  // at that rate
    std::optional<PersonId> asked_by;          // unapproved: who must not approve it himself
};
BOOST_DESCRIBE_STRUCT(
    Progress, (),
    (id, update, topic, made_at, sends_at, state, total, counts, per_second, seconds_left,
     asked_by))

// Told by announce: the audience is frozen.
struct NoticeQueued {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeQueued";
    NoticeId notice;
    About about;
    UpdateId update;
    std::int64_t exposed = 0;  // rows in all
    std::int64_t queued = 0;   // of them: somebody who will be told
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeQueued, (), (notice, about, update, exposed, queued))

// Every delivery of the notice has come to its end. Told once, unless a later notice that had taken
// its place is cancelled and lets it go on.
struct NoticeDone {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeDone";
    NoticeId notice;
    About about;
    std::int64_t accepted = 0;
    std::int64_t not_accepted = 0;  // failed, bounced, opted out, superseded ...
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeDone, (), (notice, about, accepted, not_accepted))

// Told by cancel: nothing of it had left, and nothing will.
struct NoticeCancelled {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeCancelled";
    NoticeId notice;
    About about;
    UpdateId update;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeCancelled, (), (notice, about, update))

}  // namespace tellfirst::notify
