#pragma once
// The SQL of what keeps a notice from going on.
#include "db/db.hpp"
#include "notify/store.hpp"

#include <set>

namespace tellfirst::notify::store {

struct Stops {
    std::optional<Instant> paused_at;
    std::optional<Instant> unapproved_since;
    std::optional<PersonId> asked_by;  // none: no person
    bool is_freezing = false;          // not all of it is written down
};
BOOST_DESCRIBE_STRUCT(Stops, (), (paused_at, unapproved_since, asked_by, is_freezing))
[[nodiscard]] Stops stops_of(db::Tx& tx, NoticeId id);

void pause(db::Tx& tx, NoticeId id, Instant now);
void resume(db::Tx& tx, NoticeId id);

// It waits for a second pair of eyes; then it has been seen.
void hold_back(db::Tx& tx, NoticeId id, std::optional<PersonId> asker, Instant now);
void approve(db::Tx& tx, NoticeId id, PersonId person, Instant now);
// How the word before this one about the same stands; what was taken back was none.
[[nodiscard]] Stops stops_of_last_word(db::Tx& tx, Notice const& before);

// Paused by a person, not approved yet, or being ended: to be put between brackets.
inline constexpr std::string_view stopped = R"sql(
    SELECT p.id FROM notify_notices p WHERE p.paused_at IS NOT NULL
    UNION
    SELECT u.id FROM notify_notices u WHERE u.unapproved_since IS NOT NULL
    UNION
    SELECT g.notice FROM notify_endings g WHERE g.done_at IS NULL)sql";

// Notices of which nothing may be claimed now: stopped ones, and those whose place a later word
// takes that is still being written down. What was claimed and has not left is taken back.
[[nodiscard]] std::set<NoticeId> halted(db::Tx& tx);

// Has it more deliveries than so many, whatever became of them?
[[nodiscard]] bool is_larger(db::Tx& tx, NoticeId notice, std::int64_t than);
// Up to whom its next so many deliveries go, behind this one. None where there are no more.
[[nodiscard]] std::optional<ContactId>
end_of_slice(db::Tx& tx, NoticeId notice, ContactId after, std::int64_t rows);

// What waited when a person cancelled the rest, or took it back.
inline constexpr std::string_view rest_cancelled = "the rest was cancelled";
inline constexpr std::string_view was_taken_back = "taken back";

}  // namespace tellfirst::notify::store
