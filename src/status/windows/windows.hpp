#pragma once
// Planned work, once or recurring.
#include "db/db.hpp"
#include "status/windows/types.hpp"

namespace tellfirst::status {

// Planned work. Tells whoever it concerns, on the topic "planned"; starts and finishes by timers.
// Errors window.needs_title, update.needs_text, window.needs_services, service.not_found
// ("services[1]"), window.in_the_past, window.ends_before_start, window.too_long, window.too_far.
[[nodiscard]] Result<Window> plan_window(Call& call, NewWindow const& wish);
// Planned or running; those who were told hear it. Said twice: the same answer. Errors
// update.needs_text, window.not_found, window.finished (409).
[[nodiscard]] Result<Window> cancel_window(
    Call& call, WindowId id, CancelWindow const& wish, std::optional<std::int64_t> version);
[[nodiscard]] std::optional<Window> find_window(db::Tx& tx, WindowId id);
// Planned and running ones, soonest first, then the others, latest first.
[[nodiscard]] std::vector<Window> windows(db::Tx& tx, std::optional<WindowId> after, int limit);

struct WindowPlanned {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowPlanned";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowPlanned, (), (window))

struct WindowStarted {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "WindowStarted";
    WindowId window;
    [[nodiscard]] std::string subject() const { return window.text(); }
};
BOOST_DESCRIBE_STRUCT(WindowStarted, (), (window))

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
