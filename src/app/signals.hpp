#pragma once

namespace tellfirst::app {

// SIGTERM and SIGINT are blocked in every thread and waited for in one: no code of ours ever runs
// in a signal handler. Call the first before any thread is started.
void block_stopping_signals();
void wait_for_stopping_signal();

// The same, at most so long; answers whether there was one.
[[nodiscard]] bool wait_for_stopping_signal(std::chrono::milliseconds at_most);

}  // namespace tellfirst::app
