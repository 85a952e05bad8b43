#include "status/windows/plan_window.hpp"

#include "kernel/text.hpp"
#include "status/incidents/word.hpp"
#include "status/windows/checks.hpp"
#include "status/windows/notice.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {
namespace {

Result<void> check(Call& call, NewWindow const& wish)
{
    if (auto const good = check_window_title(wish.title); !good)
        return good;
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good;
    if (auto const good = check_window_services(call.tx, wish.services); !good)
        return good;
    return check_window_span(wish.starts_at, wish.ends_at, call.now);
}

}  // namespace

Result<Window>
plan_window(Call& call, NewWindow const& wish, std::optional<OccurrenceOf> const& occurrence)
{
    if (auto const good = check(call, wish); !good)
        return good.error();
    auto const told_at = wish.notify ? std::optional{call.now} : std::nullopt;
    auto const notice = notice_for(call.tx, wish.services, wish.starts_at, told_at);
    if (auto const good = check_reason(notice, wish.short_reason); !good)
        return good.error();

    Window window{
        .id = call.new_id<WindowId>(),
        .title = std::string{trim(wish.title)},
        .services = wish.services,
        .starts_at = wish.starts_at,
        .ends_at = wish.ends_at,
        .text = std::string{trim(wish.text)},
        .notice_short = std::ranges::any_of(notice, &PlanNotice::is_short),
        .short_reason = std::string{trim(wish.short_reason)},
        .finishes_by_itself = wish.finishes_by_itself,
        .created_at = call.now,
        .changed_at = call.now};
    if (occurrence) {
        window.series = occurrence->series;
        window.occurrence = occurrence->starts_at;
    }
    std::ranges::sort(window.services);  // as it is read later
    store::add_window(call.tx, window);
    say_time(call, window, wish.notify);
    say(call, window, {.notify = wish.notify, .undo_s = wish.undo_s});
    promise_notice(call, window, window.starts_at, notice);
    promise_end(call, window);
    set_timers(call, window);
    call.tell(WindowPlanned{.window = window.id});
    return window;
}

Result<Window> plan_window(Call& call, NewWindow const& wish)
{
    return plan_window(call, wish, std::nullopt);
}

std::optional<Window> find_window(db::Tx& tx, WindowId id)
{
    return store::find_window(tx, id);
}

std::vector<Window> windows(db::Tx& tx, WindowSeek const& seek)
{
    return store::windows(tx, seek);
}

std::vector<Window> windows_between(db::Tx& tx, Instant from, Instant to)
{
    auto found = store::windows(tx, {.from = from, .to = to, .limit = most_windows_between});
    std::ranges::sort(
        found, {}, [](Window const& window) { return std::pair{window.starts_at, window.id}; });
    return found;
}

}  // namespace tellfirst::status
