#pragma once
// Inside notify: what a relay's refusal says about an address, while we talk to it.
#include "db/call.hpp"
#include "notify/sending_log.hpp"

#include <span>

namespace tellfirst::notify {

// It said for good, with a status of its own, that there is no such mailbox. Anything less may be
// about us: a relay that is set up wrongly refuses everybody, and it seldom has a status for that.
[[nodiscard]] bool is_no_mailbox(Fate const& fate);

// Suppresses those addresses, as a bounce that says so would. Mails that are `sending` alone: an
// outcome that is heard of twice counts once.
void count_refusals(Call& call, std::span<Settled const> settled);

}  // namespace tellfirst::notify
