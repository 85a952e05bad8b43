#pragma once
// Planned work, once or recurring.
#include "db/db.hpp"
#include "status/windows/types.hpp"

namespace tellfirst::status {

// Planned work. Tells whoever it concerns, on the topic "planned"; starts and finishes by timers.
// Errors window.needs_title, update.needs_text, window.needs_services, service.not_found
// ("services[1]"), service.retired, window.in_the_past, window.ends_before_start, window.too_long,
// window.too_far, window.needs_reason ("short_reason": a plan hears it too late; R-02).
[[nodiscard]] Result<Window> plan_window(Call& call, NewWindow const& wish);
// Before its start: another time, of which the plans hear anew. While it runs: a later end, which
// is news, too. Those who were told hear it. Said twice: the same answer. Errors as plan_window,
// window.not_found, window.finished (409), window.cancelled (409), window.has_started
// ("starts_at"), window.ends_earlier.
[[nodiscard]] Result<Window>
move_window(Call& call, WindowId id, MoveWindow const& wish, std::optional<std::int64_t> version);
// One that runs ends now. Said twice: the same answer. Errors update.needs_text, window.not_found,
// window.not_started (409), window.cancelled (409).
[[nodiscard]] Result<Window> finish_window(
    Call& call, WindowId id, FinishWindow const& wish, std::optional<std::int64_t> version);
// Planned or running; those who were told hear it. Said twice: the same answer. Errors
// update.needs_text, window.not_found, window.finished (409).
[[nodiscard]] Result<Window> cancel_window(
    Call& call, WindowId id, CancelWindow const& wish, std::optional<std::int64_t> version);
// Before a window is planned or moved: who would hear too late, whom it would meet, and when there
// is room. Of one that runs: the same of what would come behind its end. Errors window.not_found,
// window.needs_services and those of its services and its time.
[[nodiscard]] Result<WindowCheck> check_window(Call& call, CheckWindow const& wish);
[[nodiscard]] std::optional<Window> find_window(db::Tx& tx, WindowId id);
// Planned and running ones, soonest first, then the others, latest first; of these, those of which
// a part lies in [from, to). One that overruns has no end yet.
struct WindowSeek {
    std::optional<WindowPlace> after = {};
    std::optional<Instant> from = {};
    std::optional<Instant> to = {};
    int limit = 50;
};
[[nodiscard]] std::vector<Window> windows(db::Tx& tx, WindowSeek const& seek);
// The same by their starts, all at once: more than these stand on no page.
inline constexpr int most_windows_between = 1'000;
[[nodiscard]] std::vector<Window> windows_between(db::Tx& tx, Instant from, Instant to);

struct WindowPlanned {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowPlanned";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowPlanned, (), (window))

struct WindowMoved {  // another time, or a later end
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowMoved";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowMoved, (), (window))

struct WindowStarted {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowStarted";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowStarted, (), (window))

struct WindowOverran {  // its end has passed, and nobody said that it is over
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowOverran";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowOverran, (), (window))

struct WindowFinished {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowFinished";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowFinished, (), (window))

struct WindowCancelled {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowCancelled";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowCancelled, (), (window))

}  // namespace tellfirst::status
