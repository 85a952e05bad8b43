#pragma once
// Fixing who hears an announcement.
//
// A thousand rows take four milliseconds of the one writer, so that an audience of some size is
// written in the transaction that publishes, but a million would keep everybody waiting. Of a large
// one the transaction stores only that it is to be written and which contact is the newest; a job
// writes it in slices of contacts, each with its own commit. Sending begins meanwhile. What holds:
// - Who came later is out; what somebody chose meanwhile counts.
// - Slices are written notice by notice in the order in which they were published: "who was told"
//   of a later word needs all rows of the earlier one.
// - Until the later word is written down, the earlier one is halted: nobody gets it after it was
//   overtaken.
// - While one about the same is being taken back or cut short (ending.hpp), all that were published
//   later wait to be written down.
#include "jobs/jobs.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view freeze_job = "notify.freeze";

[[nodiscard]] Target target_of(Announcement const& words);

// Part of announcing.
void freeze(Call& call, Notice const& notice, Announcement const& words);

// The job: writes one slice, and queues itself while there is more.
Result<void> freeze_next_slice(Call& call);
// Whoever was in its way has ended.
void go_on_freezing(Call& call);

}  // namespace tellfirst::notify
