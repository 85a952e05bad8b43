#pragma once
// The SQL of notices that are on their way: how far they are, and taking one back.
#include "notify/store.hpp"

namespace tellfirst::notify::store {

// Newest first.
[[nodiscard]] std::vector<Notice>
announcements_about(db::Tx& tx, std::string const& about, std::optional<NoticeId> after, int limit);

struct StateCount {
    State state = State::queued;
    std::int64_t deliveries = 0;
    std::int64_t begun = 0;   // that left, may have left, or were tried
    std::int64_t recent = 0;  // that were tried lately
    std::int64_t later = 0;   // that wait for their own hour: a release, quiet hours, a digest
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, deliveries, begun, recent, later))
// What is lately, and what is later.
struct Lately {
    Instant since;
    Instant until;
};
[[nodiscard]] std::vector<StateCount>
count_states(db::Tx& tx, NoticeId notice, Lately const& lately);
[[nodiscard]] std::vector<StateCount>
count_post_states(db::Tx& tx, NoticeId notice, Lately const& lately);

// Contacts who were told of it by at least one notice, on a channel of their own or by a webhook of
// their account.
[[nodiscard]] std::int64_t count_told(db::Tx& tx, std::string const& about);

// Does something of it wait, or is it being sent, or not written down whole?
[[nodiscard]] bool is_open(db::Tx& tx, NoticeId notice);
// Has a delivery of it left, may it have left, or was it tried? And a post to a webhook?
[[nodiscard]] bool has_begun(db::Tx& tx, NoticeId notice);
[[nodiscard]] bool is_posted(db::Tx& tx, NoticeId notice);

void mark_cancelled(db::Tx& tx, NoticeId notice, Instant now);

// All that waits of it (or of this slice) ends in this way.
void end_waiting(db::Tx& tx, NoticeId notice, Ended const& ended, Slice const& slice = {});
// Deliveries of earlier words whose place was taken since then, by this cancelled notice or ones
// before it that were taken back, too, wait again (in this slice).
void let_earlier_go_on(db::Tx& tx, Notice const& cancelled, Instant since, Slice const& slice);

}  // namespace tellfirst::notify::store
