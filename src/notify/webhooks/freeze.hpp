#pragma once
#include "db/db.hpp"
#include "notify/store.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// Part of announcing: who is told by webhook is fixed in the same transaction. Waiting deliveries
// of earlier words about the same are superseded. Answers how many will be told.
std::size_t
freeze_webhooks(Call& call, Notice const& notice, Announcement const& words, Target const& target);

// How many webhooks announcing would tell now.
[[nodiscard]] std::int64_t count_webhooks_told(db::Tx& tx, Target const& target);

// Parts of taking a notice back and of cancelling its rest: what waits ends, and what it had taken
// the place of waits again where it is taken back. Its webhooks are to be scheduled after that.
void take_back_posts(Call& call, NoticeId notice);
void cut_posts(Call& call, NoticeId notice);

// Part of pausing it and letting it go on, too. In pieces: of so many webhooks behind this one;
// answers the last of them, and nothing where there are no more.
void schedule_webhooks(Call& call, NoticeId notice);
std::optional<WebhookId>
schedule_webhooks_after(Call& call, NoticeId notice, WebhookId after, std::int64_t webhooks);

}  // namespace tellfirst::notify
