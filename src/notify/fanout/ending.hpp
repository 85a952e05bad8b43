#pragma once
// What waits of a notice to a million is too much to end in one transaction: nobody else could
// write for seconds. The one that takes it back, or cancels its rest, says that nothing more
// leaves, and a job ends what waits, in slices with commits of their own. What it had taken the
// place of goes on slice by slice, where it was taken back. What holds meanwhile:
// - Nothing of it is claimed, and its progress counts some as waiting.
// - Earlier notices about the same are not done: more of them may wait again.
// - A later one about the same is written down when all of this is through: who is told of it
//   depends on who was told before.
#include "jobs/jobs.hpp"
#include "notify/fanout/ending_store.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view end_job = "notify.end";

// Part of taking back and cutting short, once it is marked as cancelled.
void end_waiting_words(Call& call, Notice const& notice, How how);

// The job: ends one slice, and queues itself while there is more.
Result<void> end_next_slice(Call& call);

}  // namespace tellfirst::notify
