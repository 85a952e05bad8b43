#pragma once
// A part of the door of status: recurring windows, time that is reserved and not always used.
#include "db/db.hpp"
#include "status/windows/types.hpp"

namespace tellfirst::status {

// Errors window.needs_title, window.needs_services and those of its services, update.too_long,
// series.bad_length, series.overlaps_itself ("minutes"), zone.unknown, series.bad_first,
// series.too_far ("first": it is more than a year back or ahead), series.bad_rule,
// series.too_often, series.never, series.too_many.
[[nodiscard]] Result<Series> add_series(Call& call, NewSeries const& wish);
// Says whether an occurrence will be used. Used makes it a window that is told as any other; not
// used is told on the page. Said twice: the same answer. One whose window was cancelled may be used
// after all, by another window. Errors series.not_found, series.ended (409),
// series.no_such_occurrence ("starts_at"), series.declared (409), and those of plan_window.
[[nodiscard]] Result<Series> declare(Call& call, SeriesId id, Declare const& wish);
// No further ones; what was declared stays. Said twice: the same answer. Error series.not_found.
[[nodiscard]] Result<Series>
end_series(Call& call, SeriesId id, std::optional<std::int64_t> version);

// `now` decides how its occurrences stand: the last 6 and the next 26 within a year.
[[nodiscard]] std::optional<Series> find_series(db::Tx& tx, SeriesId id, Instant now);
// All that go on, and those that ended later than that, oldest first.
[[nodiscard]] std::vector<Series>
series(db::Tx& tx, Instant now, Instant ended_after = Instant::max());
// Also those that have ended, oldest first.
[[nodiscard]] std::vector<Series>
all_series(db::Tx& tx, Instant now, std::optional<SeriesId> after, int limit);
// Of those that go on, by start; at most so many of each.
inline constexpr std::size_t most_occurrences_between = 400;  // a year, daily
[[nodiscard]] std::vector<CalendarOccurrence>
occurrences_between(db::Tx& tx, Instant from, Instant to, Instant now);

struct SeriesAdded {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "SeriesAdded";
    SeriesId series;
    [[nodiscard]] std::string subject() const { return series.text(); }
};
BOOST_DESCRIBE_STRUCT(SeriesAdded, (), (series))

struct OccurrenceDeclared {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "OccurrenceDeclared";
    SeriesId series;
    Instant starts_at;
    bool is_used = false;
    [[nodiscard]] std::string subject() const { return series.text(); }
};
BOOST_DESCRIBE_STRUCT(OccurrenceDeclared, (), (series, starts_at, is_used))

struct SeriesEnded {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "SeriesEnded";
    SeriesId series;
    [[nodiscard]] std::string subject() const { return series.text(); }
};
BOOST_DESCRIBE_STRUCT(SeriesEnded, (), (series))

}  // namespace tellfirst::status
