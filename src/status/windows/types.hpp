#pragma once
// Windows: planned work, once or as an occurrence of a recurring window.
#include "status/services/types.hpp"

namespace tellfirst::status {

enum class WindowState { planned, started, finished, cancelled };
BOOST_DESCRIBE_ENUM(WindowState, planned, started, finished, cancelled)

struct NewWindow {
    static constexpr std::array<std::string_view, 5> required{
        "title", "services", "starts_at", "ends_at", "text"};
    std::string title;
    std::vector<ServiceId> services;
    Instant starts_at;
    Instant ends_at;
    std::string text;
    std::string short_reason;        // why some plans hear it later than was sold
    bool finishes_by_itself = true;  // else it runs, and overruns, until somebody ends it
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(
    NewWindow, (),
    (title, services, starts_at, ends_at, text, short_reason, finishes_by_itself, notify, undo_s))

// Another time for a window, or a later end for one that runs.
struct MoveWindow {
    static constexpr std::array<std::string_view, 3> required{"starts_at", "ends_at", "text"};
    Instant starts_at;
    Instant ends_at;
    std::string text;
    std::string short_reason;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(MoveWindow, (), (starts_at, ends_at, text, short_reason, notify, undo_s))

struct FinishWindow {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(FinishWindow, (), (text, notify, undo_s))

struct CancelWindow {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(CancelWindow, (), (text, notify, undo_s))

// One public word on a window, as it was said.
struct WindowWordSaid {
    UpdateId id;
    WindowState state = WindowState::planned;
    std::string text;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(WindowWordSaid, (), (id, state, text, at))

struct WindowSpan {
    Instant starts_at;
    Instant ends_at;
    bool operator==(WindowSpan const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WindowSpan, (), (starts_at, ends_at))

// Planned work, in which its services are in maintenance.
struct Window {
    WindowId id;
    std::string title;
    std::vector<ServiceId> services;
    WindowState state = WindowState::planned;
    Instant starts_at;
    Instant ends_at;                    // once it overran and is finished: when it did end
    std::optional<WindowSpan> was;      // where it was moved before its start: the time before
    std::string text;                   // the newest word
    std::vector<WindowWordSaid> words;  // newest first
    bool notice_short = false;          // told later than a plan that it touches allows
    std::string short_reason;
    bool finishes_by_itself = true;
    std::optional<Instant> announced_end;  // of one that overruns or was extended while it ran
    std::optional<Instant> passed_end;     // the last end at which it went on nevertheless
    std::optional<SeriesId> series;        // the recurring window of which it is an occurrence
    std::optional<Instant> occurrence;     // when that would have begun
    std::int64_t sequence = 0;             // grows with every change (RFC 5545 SEQUENCE)
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> closed_at;  // finished, or cancelled
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Window, (),
    (id, title, services, state, starts_at, ends_at, was, text, words, notice_short, short_reason,
     finishes_by_itself, announced_end, passed_end, series, occurrence, sequence, created_at,
     changed_at, closed_at, version))

// Where a page of the list begins: behind the window that stood there. It names the place, not the
// window alone: a window that is cancelled between two pages stands elsewhere.
struct WindowPlace {
    bool is_over = false;  // finished or cancelled: behind all others
    Instant starts_at;
    WindowId window;

    [[nodiscard]] std::string text() const;  // "open.1772618400000000.win_aaaak3vq7x2m"
    [[nodiscard]] static std::optional<WindowPlace> parse(std::string_view text);
    [[nodiscard]] static std::string expectation();
    bool operator==(WindowPlace const&) const = default;
};
[[nodiscard]] WindowPlace place_of(Window const& window);

// How long before a window those on a plan hear of it, and what they were sold.
struct PlanNotice {
    PlanId plan;
    std::string plan_name;
    std::int64_t needed_hours = 0;
    std::int64_t given_hours = 0;  // whole ones
    bool is_short = false;
    bool operator==(PlanNotice const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanNotice, (), (plan, plan_name, needed_hours, given_hours, is_short))

// A window that somebody thinks of; `window`: the one that would be moved there, or, where it runs,
// last until then.
struct CheckWindow {
    static constexpr std::array<std::string_view, 3> required{"services", "starts_at", "ends_at"};
    std::vector<ServiceId> services;
    Instant starts_at;
    Instant ends_at;
    std::optional<WindowId> window;
};
BOOST_DESCRIBE_STRUCT(CheckWindow, (), (services, starts_at, ends_at, window))

// A customer's critical date that a window would meet. Whose it is and what for is only for
// those who may read accounts.
struct WindowConflict {
    std::optional<AccountId> account;
    std::string account_name;
    std::string title;
    Instant from;
    Instant to;
};
BOOST_DESCRIBE_STRUCT(WindowConflict, (), (account, account_name, title, from, to))

// What is answered to who plans or moves one: also whose critical dates it meets.
struct PlannedWindow : Window {
    std::vector<WindowConflict> conflicts;
};
BOOST_DESCRIBE_STRUCT(PlannedWindow, (Window), (conflicts))

struct FreeSlot {
    Instant starts_at;
    Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(FreeSlot, (), (starts_at, ends_at))

struct WindowCheck {
    std::vector<PlanNotice> notice;
    std::vector<WindowConflict> conflicts;
    // There are more critical dates ahead than were looked at: conflicts and next_free are of those
    // that were.
    bool is_cut = false;
    std::vector<WindowId> windows;  // others on these services that it overlaps
    // As long, as early as wished or later, and in nobody's way; null: not within 90 days, or the
    // window runs.
    std::optional<FreeSlot> next_free;
};
BOOST_DESCRIBE_STRUCT(WindowCheck, (), (notice, conflicts, is_cut, windows, next_free))

// A recurring window: time that is reserved, and not always used (status.md, section 4).
struct NewSeries {
    static constexpr std::array<std::string_view, 6> required{"title", "services", "zone",
                                                              "first", "minutes",  "rule"};
    std::string title;
    std::vector<ServiceId> services;
    std::string text;
    std::string zone;   // IANA
    std::string first;  // local wall time of the first one: "2026-11-26T22:00"
    std::int64_t minutes = 0;
    std::string rule;  // RFC 5545 RRULE: "FREQ=WEEKLY;BYDAY=TH"
};
BOOST_DESCRIBE_STRUCT(NewSeries, (), (title, services, text, zone, first, minutes, rule))

// Moved: its window is at another time, so this one is not used.
enum class OccurrenceState { reserved, will_be_used, used, not_used, cancelled, moved };
BOOST_DESCRIBE_ENUM(OccurrenceState, reserved, will_be_used, used, not_used, cancelled, moved)

struct Occurrence {
    Instant starts_at;
    Instant ends_at;
    OccurrenceState state = OccurrenceState::reserved;
    Instant declare_by;  // undeclared then, it renders "not used"
    std::optional<WindowId> window;
};
BOOST_DESCRIBE_STRUCT(Occurrence, (), (starts_at, ends_at, state, declare_by, window))

// An occurrence as a line of a calendar.
struct CalendarOccurrence {
    SeriesId series;
    std::string title;
    Instant starts_at;
    Instant ends_at;
    OccurrenceState state = OccurrenceState::reserved;
};
BOOST_DESCRIBE_STRUCT(CalendarOccurrence, (), (series, title, starts_at, ends_at, state))

// Says whether an occurrence will be used. No text: the series' own.
struct Declare {
    static constexpr std::array<std::string_view, 2> required{"starts_at", "is_used"};
    Instant starts_at;
    bool is_used = false;
    std::string text;
    std::string short_reason;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(Declare, (), (starts_at, is_used, text, short_reason, notify, undo_s))

struct Series {
    SeriesId id;
    std::string title;
    std::vector<ServiceId> services;
    std::string text;
    std::string zone;
    std::string first;
    std::int64_t minutes = 0;
    std::string rule;
    Instant first_at;                     // the first that the rule holds, be it later than `first`
    std::vector<Occurrence> occurrences;  // the last few and the next few, oldest first
    std::int64_t past = 0;                // how many are over ...
    std::int64_t used = 0;                // ... and how many of them were used
    std::vector<Instant> left_out;        // starts at which nothing is only reserved (EXDATE)
    std::int64_t sequence = 0;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> ended_at;  // no further ones
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Series, (),
    (id, title, services, text, zone, first, minutes, rule, first_at, occurrences, past, used,
     left_out, sequence, created_at, changed_at, ended_at, version))

}  // namespace tellfirst::status
