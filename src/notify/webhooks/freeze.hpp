#pragma once
#include "db/db.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

// Part of announcing: who is told by webhook is fixed in the same transaction. Waiting deliveries
// of earlier words about the same are superseded.
void freeze_webhooks(
    Call& call, Notice const& notice, Announcement const& words, Target const& target);

// Part of taking a notice back.
[[nodiscard]] bool has_begun_posting(db::Tx& tx, NoticeId notice);
void cancel_webhooks(Call& call, NoticeId notice);

// Parts of pausing it, letting it go on, and cancelling the rest.
void schedule_webhooks(Call& call, NoticeId notice);
void cut_webhooks(Call& call, NoticeId notice);

}  // namespace tellfirst::notify
