#include "kernel/text.hpp"
#include "status/status.hpp"
#include "status/windows/plan_window.hpp"
#include "status/windows/series_days.hpp"
#include "status/windows/series_store.hpp"

namespace tellfirst::status {
namespace {

using std::chrono::microseconds;

Problem declared_otherwise()
{
    return conflict(
        "series.declared", "This occurrence was declared already. Move or cancel its window.");
}

// One whose window was cancelled may be used after all, by a new one. One whose window was moved
// has its window: that may be moved back.
enum class Answer { said_already, otherwise, news };
Answer answer_to(Declare const& wish, std::optional<OccurrenceState> known)
{
    using enum OccurrenceState;
    if (!known)
        return Answer::news;
    if (known == used || known == will_be_used)
        return wish.is_used ? Answer::said_already : Answer::otherwise;
    if (!wish.is_used)
        return Answer::said_already;
    return known == moved ? Answer::otherwise : Answer::news;
}

std::optional<OccurrenceState> known_state(db::Tx& tx, SeriesId id, Instant starts_at)
{
    auto const all = store::declared_of(tx, id);
    auto const known = std::ranges::find(all, starts_at, &Declared::starts_at);
    return known == all.end() ? std::nullopt : std::optional{state_of(*known)};
}

Result<Window> use(Call& call, Series const& series, Declare const& wish)
{
    auto const text = trim(wish.text).empty() ? series.text : wish.text;
    return plan_window(
        call,
        {.title = series.title,
         .services = series.services,
         .starts_at = wish.starts_at,
         .ends_at = wish.starts_at + std::chrono::minutes{series.minutes},
         .text = text,
         .short_reason = wish.short_reason,
         .notify = wish.notify,
         .undo_s = wish.undo_s},
        OccurrenceOf{.series = series.id, .starts_at = wish.starts_at});
}

}  // namespace

Result<Series> declare(Call& call, SeriesId id, Declare const& wish)
{
    auto series = store::find_series(call.tx, id);
    if (!series)
        return not_found("series");
    auto const answer = answer_to(wish, known_state(call.tx, id, wish.starts_at));
    if (answer == Answer::said_already)
        return *find_series(call.tx, id, call.now);
    if (answer == Answer::otherwise)
        return declared_otherwise();
    if (series->ended_at)
        return conflict("series.ended", "This recurring window has ended. Plan a single one.");
    if (starts_between(recurrence_of(*series), wish.starts_at, wish.starts_at + microseconds{1})
            .empty())
        return invalid(
            "series.no_such_occurrence", "starts_at", "None begins at this very moment.");
    if (wish.starts_at <= call.now)
        return invalid("window.in_the_past", "starts_at", "This moment has passed already.");

    Declared said{.starts_at = wish.starts_at, .is_used = wish.is_used};
    if (wish.is_used) {
        auto const window = use(call, *series, wish);
        if (!window)
            return window.error();
        said.window = window->id;
    }
    store::declare(call.tx, id, said, call.now);
    series->changed_at = call.now;
    store::save_series(call.tx, *series);
    call.tell(
        OccurrenceDeclared{.series = id, .starts_at = wish.starts_at, .is_used = wish.is_used});
    return *find_series(call.tx, id, call.now);
}

}  // namespace tellfirst::status
