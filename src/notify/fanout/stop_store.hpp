#pragma once
// The SQL of what keeps a notice from going on.
#include "db/db.hpp"
#include "notify/store.hpp"

#include <set>

namespace tellfirst::notify::store {

struct Stops {
    std::optional<Instant> paused_at;
    bool is_freezing = false;  // not all of it is written down
};
BOOST_DESCRIBE_STRUCT(Stops, (), (paused_at, is_freezing))
[[nodiscard]] Stops stops_of(db::Tx& tx, NoticeId id);

void pause(db::Tx& tx, NoticeId id, Instant now);
void resume(db::Tx& tx, NoticeId id);

// Notices of which nothing may be claimed now: paused ones, and those whose place a later word
// takes that is still being written down. What was claimed and has not left is taken back.
[[nodiscard]] std::set<NoticeId> halted(db::Tx& tx);

// What waited when a person cancelled the rest.
inline constexpr std::string_view rest_cancelled = "the rest was cancelled";

}  // namespace tellfirst::notify::store
