#include "status/windows/series_days.hpp"

#include "jobs/jobs.hpp"
#include "status/windows/leads.hpp"
#include "status/windows/series_store.hpp"

namespace tellfirst::status {
namespace {

using std::chrono::microseconds;

void set_timer(Call& call, Series const& series, Instant passed, std::chrono::hours lead)
{
    auto const next =
        starts_between(recurrence_of(series), passed + microseconds{1}, Instant::max(), 1);
    if (!next.empty())
        jobs::later(
            call,
            {.kind = series_days_job, .due_at = next.front() - lead, .key = series.id.text()});
}

}  // namespace

Recurrence recurrence_of(Series const& series)
{
    return {.zone = series.zone, .first = series.first, .rule = series.rule};
}

Instant passed_until(db::Tx& tx, Series const& series, std::chrono::hours lead, Instant now)
{
    auto const kept = store::passed_until(tx, series.id);
    return series.ended_at ? kept : std::max(kept, now + lead);
}

void keep_passed(Call& call, SeriesId id)
{
    auto const series = store::find_series(call.tx, id);
    if (!series || series->ended_at)
        return;
    auto const lead = Leads{call.tx, {&*series, 1}}.of(*series);
    auto const passed = passed_until(call.tx, *series, lead, call.now);
    auto const starts = starts_between(
        recurrence_of(*series),
        std::max(series->created_at, store::passed_until(call.tx, id) + microseconds{1}),
        passed + microseconds{1});
    if (!starts.empty())
        store::save_passed(
            call.tx, id,
            {.until = starts.back(),
             .changed_at = std::max(series->changed_at, starts.back() - lead)});
    set_timer(call, *series, passed, lead);
}

}  // namespace tellfirst::status
