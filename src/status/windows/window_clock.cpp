#include "status/windows/window_clock.hpp"

#include "status/windows/window_store.hpp"

namespace tellfirst::status {

void set_timer(Call& call, Window const& window)
{
    bool const has_started = window.state == WindowState::started;
    jobs::later(
        call, {.kind = window_job,
               .due_at = has_started ? window.ends_at : window.starts_at,
               .key = window.id.text()});
}

void advance(Call& call, WindowId id)
{
    auto window = store::find_window(call.tx, id);
    if (!window || window->closed_at)
        return;
    if (window->state == WindowState::planned && window->starts_at <= call.now) {
        window->state = WindowState::started;
        store::save_window(call.tx, *window);
        call.tell(WindowStarted{.window = id});
    }
    if (window->state == WindowState::started && window->ends_at <= call.now) {
        window->state = WindowState::finished;
        window->closed_at = window->ends_at;
        store::save_window(call.tx, *window);
        call.tell(WindowFinished{.window = id});
        return;
    }
    set_timer(call, *window);
}

}  // namespace tellfirst::status
