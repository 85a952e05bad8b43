#include "kernel/text.hpp"
#include "status/incidents/word.hpp"
#include "status/limits.hpp"
#include "status/windows/checks.hpp"
#include "status/windows/notice.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {
namespace {

// Before its start: another time, of which the plans hear anew, but for what they knew before.
Result<void> move_planned(Call& call, Window& window, MoveWindow const& wish)
{
    if (auto const good = check_window_span(wish.starts_at, wish.ends_at, call.now); !good)
        return good;
    auto spans = store::spans_of(call.tx, window.id);
    spans.push_back(
        {.said_at = call.now,
         .starts_at = wish.starts_at,
         .ends_at = wish.ends_at,
         .is_told = wish.notify});
    auto const notice = notice_for(
        call.tx, window.services, wish.starts_at, told_since(spans, wish.starts_at, wish.ends_at));
    if (auto const good = check_reason(notice, wish.short_reason); !good)
        return good;

    window.starts_at = wish.starts_at;
    window.ends_at = wish.ends_at;
    window.notice_short = std::ranges::any_of(notice, &PlanNotice::is_short);
    window.short_reason = std::string{trim(wish.short_reason)};
    promise_notice(call, window, notice);
    return {};
}

// While it runs only the end can be another, and a later one. What goes beyond the end that was
// announced counts as an overrun, so that end is remembered.
Result<void> extend(Call& call, Window& window, MoveWindow const& wish)
{
    if (wish.starts_at != window.starts_at)
        return invalid(
            "window.has_started", "starts_at", "It has started: only its end can be moved.");
    if (wish.ends_at <= window.ends_at || wish.ends_at <= call.now)
        return invalid(
            "window.ends_earlier", "ends_at",
            "Give a later end that is still to come. To end it earlier, finish it.");
    if (wish.ends_at - wish.starts_at > longest_window)
        return invalid("window.too_long", "ends_at", "A window lasts at most 31 days.");
    if (!window.announced_end)
        window.announced_end = window.ends_at;
    window.ends_at = wish.ends_at;
    return {};
}

}  // namespace

Result<Window>
move_window(Call& call, WindowId id, MoveWindow const& wish, std::optional<std::int64_t> version)
{
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    advance(call, id);  // its timer may come a little later than we
    auto window = store::find_window(call.tx, id);
    if (!window)
        return not_found("window");
    auto const text = std::string{trim(wish.text)};
    if (window->state == WindowState::finished)
        return window_finished();
    if (window->state == WindowState::cancelled)
        return window_cancelled();
    if (window->starts_at == wish.starts_at && window->ends_at == wish.ends_at &&
        window->text == text)
        return *window;  // said twice: the answer got lost, not the fact
    if (version && *version != window->version)
        return stale();

    bool const runs = window->state == WindowState::started;
    auto const good = runs ? extend(call, *window, wish) : move_planned(call, *window, wish);
    if (!good)
        return good.error();
    window->text = text;
    window->changed_at = call.now;
    store::save_window(call.tx, *window);
    say_time(call, *window, wish.notify);
    say(call, *window,
        {.event = runs ? WindowEvent::extended : WindowEvent::moved,
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    promise_end(call, *window);
    set_timers(call, *window);
    call.tell(WindowMoved{.window = id});
    return *window;
}

}  // namespace tellfirst::status
