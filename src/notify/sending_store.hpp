#pragma once
// The SQL of sending: claims, outcomes, what a crash left behind.
#include "db/db.hpp"
#include "notify/sending_log.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

// A delivery as it was claimed.
struct Claimed {
    NoticeId notice;
    std::int64_t recipient = 0;
    std::string address;
    std::string name;
    std::string language;
    std::string zone;
    std::optional<AccountId> account;
    std::string account_name;
    BrandId brand;  // in whose name it leaves
    bool short_text = false;
    Lane lane = Lane::incident;
    std::int64_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(
    Claimed, (),
    (notice, recipient, address, name, language, zone, account, account_name, brand, short_text,
     lane, attempts))

// What is claimed apart from everything else. Where only a lane is named, it is mail's.
struct Queue {
    Queue(Lane the_lane, Channel the_channel = Channel::mail) : lane{the_lane}, channel{the_channel}
    {
    }
    Lane lane;
    Channel channel;
};

namespace store {

// When is the first delivery of this queue due that is not halted?
[[nodiscard]] std::optional<Instant> first_due(db::Tx& tx, Queue queue);

// Marks up to `limit` due deliveries of a queue `sending`, those that have waited longest. Leaves
// out what is halted, and whom an earlier notice of the same incident is just being sent to:
// "resolved" never overtakes "investigating".
[[nodiscard]] std::vector<Claimed> claim(db::Tx& tx, Queue queue, Instant now, std::size_t limit);

// Writes what became of deliveries of a channel that are `sending`. Those that would wait again,
// although a later notice of their incident waits too, are superseded; those of a notice whose rest
// was cancelled end with it.
void settle(db::Tx& tx, std::span<Settled const> settled, Channel channel = Channel::mail);

// All of a channel that stand as `sending` and leave by themselves (no digest carries them), with
// the instants until which they are useful.
struct Left {
    NoticeId notice;
    std::int64_t recipient = 0;
    Lane lane = Lane::incident;
    std::int64_t attempts = 0;
    Instant useful_until;
};
BOOST_DESCRIBE_STRUCT(Left, (), (notice, recipient, lane, attempts, useful_until))
[[nodiscard]] std::vector<Left> left_sending(db::Tx& tx, Channel channel = Channel::mail);

// Waiting deliveries of an older data epoch are never sent: the backup that they come from does
// not know whether they were.
void cancel_older_epochs(db::Tx& tx, Instant now);

// Notices that are written down whole and of which nothing is waiting or being sent any more, on
// any channel, nor may wait again when a later one has been taken back; and this one, if it is
// among them.
[[nodiscard]] std::vector<Notice> finished(db::Tx& tx);
[[nodiscard]] std::optional<Notice> finished(db::Tx& tx, NoticeId notice);

struct Tally {
    std::int64_t accepted = 0;
    std::int64_t not_accepted = 0;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (accepted, not_accepted))
// Answers nothing where somebody else has closed it, or not all of it is written down.
[[nodiscard]] std::optional<Tally> close(db::Tx& tx, NoticeId notice, Instant now);

}  // namespace store
}  // namespace tellfirst::notify
