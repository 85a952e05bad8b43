#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"
#include "status/windows/series_store.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {
namespace {

void note_change(Call& call, SeriesId id)
{
    auto series = store::find_series(call.tx, id);
    if (!series)
        return;
    series->changed_at = call.now;
    store::save_series(call.tx, *series);
}

}  // namespace

Result<Window> cancel_window(
    Call& call, WindowId id, CancelWindow const& wish, std::optional<std::int64_t> version)
{
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    advance(call, id);  // its timer may come a little later than we
    auto window = store::find_window(call.tx, id);
    if (!window)
        return not_found("window");
    if (window->state == WindowState::cancelled)
        return *window;  // said twice: the answer got lost, not the fact
    if (window->state == WindowState::finished)
        return window_finished();
    if (version && *version != window->version)
        return stale();

    window->state = WindowState::cancelled;
    window->closed_at = call.now;
    window->changed_at = call.now;
    window->text = std::string{trim(wish.text)};
    store::save_window(call.tx, *window);
    cancel_timers(call, id);
    for (auto const source : {promises::Source::notice, promises::Source::eta})
        promises::withdraw_all(call, source, id.text(), "the window was cancelled");
    say(call, *window,
        {.event = WindowEvent::cancelled, .notify = wish.notify, .undo_s = wish.undo_s});
    if (window->series)
        note_change(call, *window->series);  // its occurrence is not used after all
    call.tell(WindowCancelled{.window = id});
    return *window;
}

}  // namespace tellfirst::status
