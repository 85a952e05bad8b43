#include "kernel/text.hpp"
#include "status/incidents/word.hpp"
#include "status/windows/checks.hpp"
#include "status/windows/notice.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {
namespace {

WindowSpan span_of(Window const& window)
{
    return {.starts_at = window.starts_at, .ends_at = window.ends_at};
}

// Before its start it may have another time, of which the plans hear anew, but for what they knew
// before. While it runs only the end can be another, and a later one; what goes beyond the end that
// was announced counts as an overrun, so that end is remembered.
Result<void> give_time(Call& call, Window& window, MoveWindow const& wish)
{
    bool const runs = window.state == WindowState::started;
    auto const good = runs ? check_extension(window, wish.starts_at, wish.ends_at, call.now)
                           : check_window_span(wish.starts_at, wish.ends_at, call.now);
    if (!good)
        return good;
    WindowTime const time{
        .said_at = call.now,
        .starts_at = wish.starts_at,
        .ends_at = wish.ends_at,
        .is_told = wish.notify};
    auto const begins = begins_anew(window, time);
    auto const notice = notice_of_time(call.tx, window, time);
    if (auto const reasoned = check_reason(notice, wish.short_reason); !reasoned)
        return reasoned;

    if (runs && !window.announced_end)
        window.announced_end = window.ends_at;
    if (!runs && WindowSpan{wish.starts_at, wish.ends_at} != span_of(window))
        window.was = span_of(window);
    window.starts_at = wish.starts_at;
    window.ends_at = wish.ends_at;
    bool const is_short = std::ranges::any_of(notice, &PlanNotice::is_short);
    window.notice_short = is_short || (runs && window.notice_short);
    if (is_short || !runs)
        window.short_reason = std::string{trim(wish.short_reason)};
    promise_notice(call, window, begins, notice);
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
    if (auto const good = give_time(call, *window, wish); !good)
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
