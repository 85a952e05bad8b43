#pragma once
#include "db/db.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

// Part of announcing: who is told by webhook is fixed in the same transaction. Waiting deliveries
// of earlier words about the same are superseded. Answers how many will be told.
std::size_t
freeze_webhooks(Call& call, Notice const& notice, Announcement const& words, Target const& target);

// How many webhooks announcing would tell now.
[[nodiscard]] std::int64_t count_webhooks_told(db::Tx& tx, Target const& target);

// Part of taking a notice back.
void cancel_webhooks(Call& call, NoticeId notice);

// Parts of pausing it, letting it go on, and cancelling the rest.
void schedule_webhooks(Call& call, NoticeId notice);
void cut_webhooks(Call& call, NoticeId notice);

}  // namespace tellfirst::notify
