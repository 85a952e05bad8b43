#pragma once
// The SQL of audiences that are written down in slices.
#include "notify/store.hpp"

namespace tellfirst::notify::store {

struct Freezing {
    NoticeId notice;
    ContactId done_to;
    ContactId newest;
    std::int64_t epoch = 0;
};
BOOST_DESCRIBE_STRUCT(Freezing, (), (notice, done_to, newest, epoch))

// From now on, with the contacts that there are at this moment.
void begin_freezing(db::Tx& tx, NoticeId notice);
void freeze_to(db::Tx& tx, NoticeId notice, ContactId contact);
void end_freezing(db::Tx& tx, NoticeId notice);

// Nothing where it is written down whole.
[[nodiscard]] std::optional<Freezing> freezing(db::Tx& tx, NoticeId notice);
// Is an announcement about what this one is about?
[[nodiscard]] bool is_any_freezing(db::Tx& tx, Target const& target);
// The one that was published first, of those that need not wait until an earlier one has ended.
[[nodiscard]] std::optional<Freezing> first_freezing(db::Tx& tx);

[[nodiscard]] Slice next_slice(db::Tx& tx, Freezing const& freezing, std::int64_t contacts);

}  // namespace tellfirst::notify::store
