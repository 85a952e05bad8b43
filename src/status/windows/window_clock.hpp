#pragma once
// Inside status: windows start and finish by themselves, and remind of themselves.
#include "status/status.hpp"

namespace tellfirst::status {

inline constexpr std::string_view window_job = "status.window";
inline constexpr std::string_view window_reminder_job = "status.window_reminder";

// How long before its start a window reminds of itself, the longest first.
inline constexpr std::array<std::chrono::hours, 2> reminder_leads{
    std::chrono::hours{24}, std::chrono::hours{1}};

// Wakes the window at its next moment, and at each moment at which it reminds of itself.
void set_timers(Call& call, Window const& window);
void cancel_timers(Call& call, WindowId id);

// Starts it, or finishes it, or both where we slept through it; too early it only sets its timer.
// One that does not finish by itself goes on, and its overrun is told.
void advance(Call& call, WindowId id);

// Is the reminder of this lead the one to send now? Not where the window was moved meanwhile, has
// started, or we slept so long that the next reminder is due as well.
[[nodiscard]] bool reminds(Window const& window, std::chrono::hours lead, Instant now);

// What a reminder's timer does; the key is the job's.
void remind(Call& call, std::string_view key);

// One whose end somebody must say has promised it: past that the ledger is late, and whoever is on
// duty is paged.
void promise_end(Call& call, Window const& window);

// What was still to be told of it is of no use any more.
void withdraw_notice(Call& call, WindowId id);

[[nodiscard]] Problem window_finished();
[[nodiscard]] Problem window_cancelled();

}  // namespace tellfirst::status
