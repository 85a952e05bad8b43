#include "status/windows/window_clock.hpp"

#include "promises/promises.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {
namespace {

void start(Call& call, Window& window)
{
    window.state = WindowState::started;
    window.changed_at = call.now;
    store::save_window(call.tx, window);
    withdraw_notice(call, window.id);
    call.tell(WindowStarted{.window = window.id});
    if (!window.finishes_by_itself || window.ends_at > call.now)  // else only its end is news
        tell_told(call, window, WindowEvent::started);
}

void finish(Call& call, Window& window)
{
    window.state = WindowState::finished;
    window.closed_at = window.ends_at;
    window.changed_at = call.now;
    store::save_window(call.tx, window);
    withdraw_notice(call, window.id);
    call.tell(WindowFinished{.window = window.id});
    tell_told(call, window, WindowEvent::finished);
}

// Noted once for each end that was said.
void overrun(Call& call, Window& window)
{
    if (window.passed_end == window.ends_at)
        return;
    window.passed_end = window.ends_at;
    if (!window.announced_end)
        window.announced_end = window.ends_at;
    window.changed_at = call.now;
    store::save_window(call.tx, window);
    call.tell(WindowOverran{.window = window.id});
}

void set_timer(Call& call, Window const& window)
{
    bool const has_started = window.state == WindowState::started;
    jobs::later(
        call, {.kind = window_job,
               .due_at = has_started ? window.ends_at : window.starts_at,
               .key = window.id.text()});
}

std::string key_of(WindowId id, std::chrono::hours lead)
{
    return fmt::format("{}:{}", id.text(), lead.count());
}

}  // namespace

void set_timers(Call& call, Window const& window)
{
    set_timer(call, window);
    for (auto const lead : reminder_leads) {
        auto const due_at = window.starts_at - lead;
        if (window.state == WindowState::planned && due_at > call.now)
            jobs::later(
                call,
                {.kind = window_reminder_job, .due_at = due_at, .key = key_of(window.id, lead)});
        else
            jobs::cancel(call, window_reminder_job, key_of(window.id, lead));
    }
}

void cancel_timers(Call& call, WindowId id)
{
    jobs::cancel(call, window_job, id.text());
    for (auto const lead : reminder_leads)
        jobs::cancel(call, window_reminder_job, key_of(id, lead));
}

bool reminds(Window const& window, std::chrono::hours lead, Instant now)
{
    if (window.state != WindowState::planned || window.starts_at <= now)
        return false;
    std::optional<std::chrono::hours> last_due;
    for (auto const each : reminder_leads)
        if (window.starts_at - each <= now)
            last_due = each;
    return last_due == lead;
}

void remind(Call& call, std::string_view key)
{
    auto const id = WindowId::parse(key.substr(0, key.find(':')));
    auto const window = id ? store::find_window(call.tx, *id) : std::nullopt;
    if (!window)
        return;
    for (auto const lead : reminder_leads)
        if (key == key_of(*id, lead) && reminds(*window, lead, call.now))
            tell_told(call, *window, WindowEvent::reminder);
}

void advance(Call& call, WindowId id)
{
    auto window = store::find_window(call.tx, id);
    if (!window || window->closed_at)
        return;
    if (window->state == WindowState::planned && window->starts_at <= call.now)
        start(call, *window);
    bool const is_running = window->state == WindowState::started;
    if (!is_running || window->ends_at > call.now)
        return set_timer(call, *window);
    if (window->finishes_by_itself)
        return finish(call, *window);
    overrun(call, *window);
}

void promise_end(Call& call, Window const& window)
{
    if (window.finishes_by_itself)
        return;
    auto const about = window.id.text();
    for (auto const& promise : promises::about(call.tx, about))
        if (promise.source == promises::Source::eta && !promise.settled_at) {
            (void)promises::move(call, promise.id, window.ends_at, "the window has another end")
                .value();
            return;
        }
    (void)promises::make(
        call, {.text = "Finished: " + window.title,
               .to = "public",
               .due_at = window.ends_at,
               .source = promises::Source::eta,
               .about = about})
        .value();
}

void withdraw_notice(Call& call, WindowId id)
{
    promises::withdraw_all(call, promises::Source::notice, id.text(), "it came without notice");
}

Problem window_finished()
{
    return conflict("window.finished", "This window is over. Plan a new one.");
}

Problem window_cancelled()
{
    return conflict("window.cancelled", "This window was cancelled. Plan a new one.");
}

}  // namespace tellfirst::status
