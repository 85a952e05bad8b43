#pragma once
#include "db/house.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

// Closes a notice of which nothing is waiting or being sent any more, and tells it of an
// announcement. Only the first time counts.
void finish(Call& call, Notice const& notice);
// The same, where nobody knows yet whether anything waits.
void finish_if_over(Call& call, Notice const& notice);

// The same of this notice, or of any, but only where it has come to its end by now.
void finish_over(Call& call, NoticeId notice);
void finish_over(Call& call);

// Does so with all that have come to their end on every channel.
void close_finished(House const& house);

}  // namespace tellfirst::notify
