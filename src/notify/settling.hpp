#pragma once
// What became of attempts, with all that follows from it.
#include "db/call.hpp"
#include "notify/hours_store.hpp"
#include "notify/sending_store.hpp"

namespace tellfirst::notify {

// A retry that would wake its reader waits for the end of his quiet hours, as the first attempt
// would have; what is of no use by then is given up, and says so. Pure; what ended stays as it is.
[[nodiscard]] Fate let_sleep(Fate fate, store::Sleeper const& who);

// store::settle, and: who sleeps is not woken by a retry, and a mailbox that the relay says there
// is none of is no longer written to.
void settle(Call& call, std::span<Settled const> settled, Channel channel = Channel::mail);

}  // namespace tellfirst::notify
