#include "status/windows/series.hpp"

#include "kernel/text.hpp"
#include "status/limits.hpp"
#include "status/status.hpp"
#include "status/windows/checks.hpp"
#include "status/windows/leads.hpp"
#include "status/windows/plan_window.hpp"
#include "status/windows/recurrence.hpp"
#include "status/windows/series_days.hpp"
#include "status/windows/series_store.hpp"

#include <set>

namespace tellfirst::status {
namespace {

// They all stand on one page, each with its next occurrences.
constexpr int most_series = 100;
// With those that ended of late: one that goes on is never left out for them.
constexpr int most_series_read = 10 * most_series;
constexpr std::size_t past_shown = 6;
constexpr std::size_t ahead_shown = 26;
// Daily for nearly three years: further back nobody looks into a calendar for what was not.
constexpr std::ptrdiff_t most_left_out = 1'000;
constexpr std::chrono::days horizon{366};
// Whoever means a rule that is older, or far ahead, can name one of its days near us.
constexpr std::chrono::days farthest_first{366};
constexpr std::int64_t longest_minutes =
    std::chrono::duration_cast<std::chrono::minutes>(longest_window).count();

// All that is known of it but how its occurrences stand; these are added.
SeriesTimes times_of(db::Tx& tx, Series const& series, Leads const& leads, Instant now)
{
    auto const lead = leads.of(series);
    return {
        .starts = {},
        .declared = store::declared_of(tx, series.id),
        .length = std::chrono::minutes{series.minutes},
        .lead = lead,
        .passed_until = passed_until(tx, series, lead, now)};
}

// After its end only those are left that had been declared.
std::vector<Occurrence> occurrences_in(Series const& series, SeriesTimes const& times, Instant now)
{
    auto occurrences = occurrences_of(times, now);
    std::erase_if(occurrences, [&](Occurrence const& one) {
        return series.ended_at && one.starts_at >= *series.ended_at && !one.window;
    });
    return occurrences;
}

// All since it was made, which are counted, and as many ahead as are shown. `known` is the past.
std::vector<Instant>
starts_shown(Series const& series, std::vector<Instant> const& known, Instant now)
{
    auto const recurrence = recurrence_of(series);
    std::vector<Instant> starts{
        std::ranges::lower_bound(known, series.created_at), std::ranges::lower_bound(known, now)};
    auto const most = series.ended_at ? most_starts : ahead_shown;  // of few are any left then
    auto const ahead =
        starts_between(recurrence, std::max(now, series.created_at), now + horizon, most);
    starts.insert(starts.end(), ahead.begin(), ahead.end());
    return starts;
}

// What calendars have to know: each start at which its rule reserves nothing, since it was
// declared, or its day has passed, or it lay before all this; and how often that has changed (RFC
// 5545, SEQUENCE). A day that passes counts whether or not something was declared, so it never goes
// back.
void fill_exceptions(
    Series& series, SeriesTimes const& times, std::vector<Instant> const& known, Instant now)
{
    auto const since = std::ranges::lower_bound(known, series.created_at);
    auto const passed = std::ranges::upper_bound(known, times.passed_until);
    series.sequence += std::max(passed - since, std::ptrdiff_t{0});
    auto const last = std::ranges::upper_bound(known, now + times.lead);
    if (last > since && !series.ended_at)
        series.changed_at = std::max(series.changed_at, *(last - 1) - times.lead);

    std::set<Instant> starts{known.begin(), passed};
    for (auto const& said : times.declared)
        starts.insert(said.starts_at);
    auto const most = std::min(std::ssize(starts), most_left_out);
    series.left_out.assign(std::prev(starts.end(), most), starts.end());
}

void fill(db::Tx& tx, Series& series, Leads const& leads, Instant now)
{
    series.first_at = first_occurrence(recurrence_of(series)).value_or(series.created_at);
    auto times = times_of(tx, series, leads, now);
    auto const known = starts_between(
        recurrence_of(series), series.first_at,
        std::max(now, times.passed_until + std::chrono::microseconds{1}));
    times.starts = starts_shown(series, known, now);
    fill_exceptions(series, times, known, now);
    auto const all = occurrences_in(series, times, now);
    for (auto const& one : all) {
        bool const is_past = one.ends_at <= now;
        series.past += is_past ? 1 : 0;
        series.used += is_past && one.state == OccurrenceState::used ? 1 : 0;
    }
    auto const past = static_cast<std::size_t>(series.past);
    auto const from = past - std::min(past, past_shown);
    auto const to = std::min(all.size(), past + ahead_shown);
    series.occurrences.assign(
        all.begin() + static_cast<std::ptrdiff_t>(from),
        all.begin() + static_cast<std::ptrdiff_t>(to));
}

void fill(db::Tx& tx, std::span<Series> all, Instant now)
{
    Leads const leads{tx, all};
    for (auto& series : all)
        fill(tx, series, leads, now);
}

Result<void> check(Call& call, NewSeries const& wish)
{
    if (auto const good = check_window_title(wish.title); !good)
        return good;
    if (wish.text.size() > longest_text)
        return invalid("update.too_long", "text", "A public word has at most 10,000 bytes.");
    if (auto const good = check_window_services(call.tx, wish.services); !good)
        return good;
    if (wish.minutes < 1 || wish.minutes > longest_minutes)
        return invalid("series.bad_length", "minutes", "A window lasts 1 minute to 31 days.");
    Recurrence const recurrence{.zone = wish.zone, .first = wish.first, .rule = wish.rule};
    if (auto const good = check_recurrence(recurrence); !good)
        return good;
    auto const first = *first_start(recurrence);
    auto const starts = starts_between(recurrence, first, first + horizon);
    auto const meets_next = [&](Instant one, Instant next) {
        return next - one < std::chrono::minutes{wish.minutes};
    };
    if (std::ranges::adjacent_find(starts, meets_next) != starts.end())
        return invalid(
            "series.overlaps_itself", "minutes", "The next one would begin before it ends.");
    if (first < call.now - farthest_first || first > call.now + farthest_first)
        return invalid("series.too_far", "first", "Name a first one within a year of today.");
    if (store::count_series(call.tx) >= most_series)
        return invalid("series.too_many", "title", "There are 100 already. End one first.");
    return {};
}

}  // namespace

Result<Series> add_series(Call& call, NewSeries const& wish)
{
    if (auto const good = check(call, wish); !good)
        return good.error();
    Series added{
        .id = call.new_id<SeriesId>(),
        .title = std::string{trim(wish.title)},
        .services = wish.services,
        .text = std::string{trim(wish.text)},
        .zone = wish.zone,
        .first = wish.first,
        .minutes = wish.minutes,
        .rule = rule_in_utc({.zone = wish.zone, .first = wish.first, .rule = wish.rule}),
        .occurrences = {},
        .left_out = {},
        .created_at = call.now,
        .changed_at = call.now};
    std::ranges::sort(added.services);  // as it is read later
    store::add_series(call.tx, added);
    keep_passed(call, added.id);
    call.tell(SeriesAdded{.series = added.id});
    fill(call.tx, {&added, 1}, call.now);
    return added;
}

Result<Series> end_series(Call& call, SeriesId id, std::optional<std::int64_t> version)
{
    auto series = store::find_series(call.tx, id);
    if (!series)
        return not_found("series");
    if (!series->ended_at) {
        if (version && *version != series->version)
            return stale();
        keep_passed(call, id);
        jobs::cancel(call, series_days_job, id.text());
        series->ended_at = call.now;
        series->changed_at = call.now;
        store::save_series(call.tx, *series);
        call.tell(SeriesEnded{.series = id});
    }
    fill(call.tx, {&*series, 1}, call.now);
    return *series;
}

std::optional<Series> find_series(db::Tx& tx, SeriesId id, Instant now)
{
    auto series = store::find_series(tx, id);
    if (series)
        fill(tx, {&*series, 1}, now);
    return series;
}

std::vector<Series> series(db::Tx& tx, Instant now, Instant ended_after)
{
    auto all = store::all_series(tx, std::nullopt, most_series_read, ended_after);
    fill(tx, all, now);
    return all;
}

std::vector<Series> all_series(db::Tx& tx, Instant now, std::optional<SeriesId> after, int limit)
{
    auto all = store::all_series(tx, after, limit, Instant::min());
    fill(tx, all, now);
    return all;
}

std::vector<CalendarOccurrence>
occurrences_between(db::Tx& tx, Instant from, Instant to, Instant now)
{
    std::vector<CalendarOccurrence> found;
    auto const all = store::all_series(tx, std::nullopt, most_series, Instant::max());
    Leads const leads{tx, all};
    for (auto const& series : all) {
        auto times = times_of(tx, series, leads, now);
        times.starts = starts_between(
            recurrence_of(series), std::max(from - times.length, series.created_at), to);
        for (auto const& one : occurrences_in(series, times, now))
            if (one.ends_at > from)
                found.push_back(
                    {.series = series.id,
                     .title = series.title,
                     .starts_at = one.starts_at,
                     .ends_at = one.ends_at,
                     .state = one.state});
    }
    std::ranges::sort(found, {}, [](CalendarOccurrence const& one) {
        return std::pair{one.starts_at, one.series};
    });
    return found;
}

}  // namespace tellfirst::status
