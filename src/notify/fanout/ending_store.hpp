#pragma once
// The SQL of announcements that a person ended: taken back whole, or cut short.
#include "db/db.hpp"
#include "notify/store.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// taken_back: nothing of it had left, so it is as if it had not been said. cut_short: some may have
// read it.
enum class How { taken_back, cut_short };
BOOST_DESCRIBE_ENUM(How, taken_back, cut_short)

namespace store {

// How far its end is: contacts and webhooks up to and with these have been seen to.
struct Ending {
    NoticeId notice;
    How how = How::taken_back;
    ContactId done_to = Slice{}.after;
    WebhookId webhooks_to{1};
};
BOOST_DESCRIBE_STRUCT(Ending, (), (notice, how, done_to, webhooks_to))

void begin_ending(db::Tx& tx, Ending const& ending);
void end_to(db::Tx& tx, Ending const& ending);
void close_ending(db::Tx& tx, NoticeId notice, Instant now);

// Of those that are not through, the one that was said last: an earlier one that is taken back,
// too, gets back first what that one had taken the place of.
[[nodiscard]] std::optional<Ending> last_ending(db::Tx& tx);
// Is one that is not through about what this one is about?
[[nodiscard]] bool is_any_ending(db::Tx& tx, Target const& target);
// None where nobody ended it.
[[nodiscard]] std::optional<How> how_ended(db::Tx& tx, NoticeId notice);
// Those about the same as this one that are being taken back, oldest first.
[[nodiscard]] std::vector<Notice> being_taken_back(db::Tx& tx, Notice const& before);

}  // namespace store
}  // namespace tellfirst::notify
