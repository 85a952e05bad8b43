#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {

Result<Window> finish_window(
    Call& call, WindowId id, FinishWindow const& wish, std::optional<std::int64_t> version)
{
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    advance(call, id);  // its timer may come a little later than we
    auto window = store::find_window(call.tx, id);
    if (!window)
        return not_found("window");
    if (window->state == WindowState::finished)
        return *window;  // said twice, or it was over before
    if (window->state == WindowState::cancelled)
        return window_cancelled();
    if (window->state == WindowState::planned)
        return conflict(
            "window.not_started", "This window has not started yet. Cancel it, or move it.");
    if (version && *version != window->version)
        return stale();

    if (window->ends_at < call.now) {  // it overran, and now has the end that it had
        window->announced_end = window->announced_end.value_or(window->ends_at);
        window->ends_at = call.now;
    }
    window->state = WindowState::finished;
    window->closed_at = call.now;
    window->changed_at = call.now;
    window->text = std::string{trim(wish.text)};
    store::save_window(call.tx, *window);
    cancel_timers(call, id);
    withdraw_notice(call, id);
    promises::keep_all(call, promises::Source::eta, id.text());
    say(call, *window,
        {.event = WindowEvent::finished, .notify = wish.notify, .undo_s = wish.undo_s});
    call.tell(WindowFinished{.window = id});
    return *window;
}

}  // namespace tellfirst::status
