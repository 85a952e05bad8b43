#pragma once
// How a change of a promise is written: the row, its history, its timer.
#include "promises/promises.hpp"

namespace tellfirst::promises {

inline constexpr std::string_view due_job = "promises.due";

// Saves the promise as it stands now, one version on, with a line of history.
void record(Call& call, Promise& promise, std::string const& reason);

// Ends it in this state, tells so and takes the timer back.
void settle(Call& call, Promise& promise, State state, std::string const& reason);

// Replaces the timer that is running, if there is one.
void set_timer(Call& call, Promise const& promise);

[[nodiscard]] Problem already_settled();

// Texts and reasons; a page of text is no promise any more.
inline constexpr std::size_t longest_text = 2'000;

}  // namespace tellfirst::promises
