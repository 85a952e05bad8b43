#pragma once
// Nobody forgets an incident: its owner is paged when no public word was said for some hours.
#include "status/status.hpp"

namespace tellfirst::status {

inline constexpr std::string_view reminder_job = "status.reminder";

// For how many whole hours of silence somebody was to be reminded by now; none before the first.
[[nodiscard]] std::optional<std::chrono::hours> silence(Instant word_at, Instant now);
// When somebody is to be reminded next; never any more after the last.
[[nodiscard]] std::optional<Instant> next_reminder(Instant word_at, Instant now);

// A word was said now: the silence begins anew.
void restart_reminders(Call& call, IncidentId id);
void stop_reminders(Call& call, IncidentId id);

// The timer: pages the owner, else who is on duty, of an incident that is still open.
void remind(Call& call, IncidentId id);

}  // namespace tellfirst::status
