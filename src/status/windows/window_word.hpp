#pragma once
// Inside status: how a window's words reach those whom they concern.
#include "status/status.hpp"

namespace tellfirst::status {

// What there is to hear of a window; stands in the subject and headers of its mails.
enum class WindowEvent { planned, moved, extended, reminder, started, finished, cancelled };
BOOST_DESCRIBE_ENUM(WindowEvent, planned, moved, extended, reminder, started, finished, cancelled)

// Saves the window's text as its newest word and tells those whom it concerns: of a plan whoever is
// exposed, of all that follows whoever heard of the plan.
struct WindowWord {
    WindowEvent event = WindowEvent::planned;
    bool notify = true;
    std::optional<std::int64_t> undo_s = {};
};
void say(Call& call, Window& window, WindowWord const& word);

// The window's time as it stands is what holds from now on.
void say_time(Call& call, Window const& window, bool is_told);

// What happens by itself: those who heard of the plan hear of it, without a word of ours.
void tell_told(Call& call, Window const& window, WindowEvent event);

}  // namespace tellfirst::status
