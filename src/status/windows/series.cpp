#include "status/windows/series.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "status/limits.hpp"
#include "status/status.hpp"
#include "status/windows/checks.hpp"
#include "status/windows/plan_window.hpp"
#include "status/windows/recurrence.hpp"
#include "status/windows/series_store.hpp"

namespace tellfirst::status {
namespace {

// They all stand on one page, each with its next occurrences.
constexpr int most_series = 100;
// With those that ended of late: one that goes on is never left out for them.
constexpr int most_series_read = 10 * most_series;
constexpr std::size_t past_shown = 6;
constexpr std::size_t ahead_shown = 26;
constexpr std::chrono::days horizon{366};
constexpr std::int64_t longest_minutes =
    std::chrono::duration_cast<std::chrono::minutes>(longest_window).count();
// The most plans that are asked for their notice.
constexpr int most_plans = 200;

Recurrence recurrence_of(Series const& series)
{
    return {.zone = series.zone, .first = series.first, .rule = series.rule};
}

// The longest notice that any plan was sold that its services touch.
std::chrono::hours lead_of(db::Tx& tx, Series const& series)
{
    auto plans = accounts::plans(tx, std::nullopt, most_plans);
    std::ranges::sort(plans, std::greater{}, &accounts::Plan::notice_lead_hours);
    for (auto const& plan : plans)
        if (store::touches_plan(tx, series.id, plan.id))
            return std::chrono::hours{plan.notice_lead_hours};
    return std::chrono::hours{0};
}

// After its end only those are left that had been declared.
std::vector<Occurrence>
occurrences_in(db::Tx& tx, Series const& series, Instant from, Instant to, Instant now)
{
    SeriesTimes const times{
        .starts = starts_between(
            recurrence_of(series), std::max(from, series.created_at), std::max(from, to)),
        .declared = store::declared_of(tx, series.id),
        .length = std::chrono::minutes{series.minutes},
        .lead = lead_of(tx, series)};
    auto occurrences = occurrences_of(times, now);
    std::erase_if(occurrences, [&](Occurrence const& one) {
        return series.ended_at && one.starts_at >= *series.ended_at && !one.window;
    });
    return occurrences;
}

void fill(db::Tx& tx, Series& series, Instant now)
{
    auto all = occurrences_in(tx, series, series.created_at, now + horizon, now);
    for (auto const& one : all) {
        bool const is_past = one.ends_at <= now;
        series.past += is_past ? 1 : 0;
        series.used += is_past && one.state == OccurrenceState::used ? 1 : 0;
    }
    for (auto const& said : store::declared_of(tx, series.id)) {
        auto const state = state_of(said, said.starts_at, now);
        if (said.starts_at > now - horizon &&
            (state == OccurrenceState::not_used || state == OccurrenceState::cancelled))
            series.left_out.push_back(said.starts_at);
    }
    auto const past = static_cast<std::size_t>(series.past);
    auto const from = past - std::min(past, past_shown);
    auto const to = std::min(all.size(), past + ahead_shown);
    series.occurrences.assign(
        all.begin() + static_cast<std::ptrdiff_t>(from),
        all.begin() + static_cast<std::ptrdiff_t>(to));
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
    if (auto const good =
            check_recurrence({.zone = wish.zone, .first = wish.first, .rule = wish.rule});
        !good)
        return good;
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
        .rule = wish.rule,
        .occurrences = {},
        .left_out = {},
        .created_at = call.now,
        .changed_at = call.now};
    std::ranges::sort(added.services);  // as it is read later
    store::add_series(call.tx, added);
    call.tell(SeriesAdded{.series = added.id});
    fill(call.tx, added, call.now);
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
        series->ended_at = call.now;
        series->changed_at = call.now;
        store::save_series(call.tx, *series);
        call.tell(SeriesEnded{.series = id});
    }
    fill(call.tx, *series, call.now);
    return *series;
}

std::optional<Series> find_series(db::Tx& tx, SeriesId id, Instant now)
{
    auto series = store::find_series(tx, id);
    if (series)
        fill(tx, *series, now);
    return series;
}

std::vector<Series> series(db::Tx& tx, Instant now, Instant ended_after)
{
    auto all = store::all_series(tx, std::nullopt, most_series_read, ended_after);
    for (auto& one : all)
        fill(tx, one, now);
    return all;
}

std::vector<Series> all_series(db::Tx& tx, Instant now, std::optional<SeriesId> after, int limit)
{
    auto all = store::all_series(tx, after, limit, Instant::min());
    for (auto& one : all)
        fill(tx, one, now);
    return all;
}

std::vector<CalendarOccurrence>
occurrences_between(db::Tx& tx, Instant from, Instant to, Instant now)
{
    std::vector<CalendarOccurrence> found;
    for (auto const& series : store::all_series(tx, std::nullopt, most_series, Instant::max())) {
        auto const length = std::chrono::minutes{series.minutes};
        for (auto const& one : occurrences_in(tx, series, from - length, to, now))
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
