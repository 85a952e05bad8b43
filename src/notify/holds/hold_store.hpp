#pragma once
// The SQL of holds.
#include "notify/holds/holds.hpp"
#include "notify/store.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify::store {

[[nodiscard]] std::vector<Forwards> brands_that_hold(db::Tx& tx);
void save_forwards(db::Tx& tx, BrandId brand, NewForwards const& wish);

struct Hold {
    NoticeId notice;
    BrandId brand;
    std::string about;
    Instant held_at;
    std::optional<Instant> releases_at;
    Instant expires_at;
    std::optional<Instant> ended_at;
    std::optional<std::string> ended_by;
    std::optional<Instant> released_at;  // it went itself: no later word in its place
    // What the brand's readers read instead of ours.
    std::optional<std::string> title;
    std::optional<std::string> text;

    [[nodiscard]] HoldKey key() const { return {.brand = brand, .notice = notice}; }
};
BOOST_DESCRIBE_STRUCT(
    Hold, (),
    (notice, brand, about, held_at, releases_at, expires_at, ended_at, ended_by, released_at, title,
     text))
[[nodiscard]] std::optional<Hold> find_hold(db::Tx& tx, HoldKey const& key);
void add_hold(db::Tx& tx, Hold const& hold);
// Of the same subject and brand, not ended.
[[nodiscard]] std::vector<Hold> open_holds(db::Tx& tx, std::string const& about, BrandId brand);
// Of the same subject in any brand's name: open, or ended without being released.
[[nodiscard]] std::vector<Hold> unreleased_holds(db::Tx& tx, std::string const& about);
// This one, and older ones about the same, whose place it took.
void end_holds(db::Tx& tx, Hold const& hold);
void open_again(db::Tx& tx, HoldKey const& key);
// Of a notice that was taken back: it gives no later word its time.
void close_holds(db::Tx& tx, NoticeId notice, Instant now);

// What waits of this notice for this brand's readers, on all channels. `hold` answers how many, and
// looks among these contacts alone.
std::int64_t hold(db::Tx& tx, HoldKey const& key, Slice const& slice = {});
[[nodiscard]] std::int64_t count_held(db::Tx& tx, HoldKey const& key);
// Answers whose webhooks may be posted to now.
[[nodiscard]] std::vector<WebhookId> let_go(db::Tx& tx, HoldKey const& key, Instant due_at);
void give_up(db::Tx& tx, HoldKey const& key, Instant now);

struct HeldRow {
    NoticeId id;
    Instant held_at;
    std::optional<Instant> releases_at;
    Instant expires_at;
    std::int64_t deliveries = 0;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (id, held_at, releases_at, expires_at, deliveries))
[[nodiscard]] std::vector<HeldRow>
held_rows(db::Tx& tx, BrandId brand, std::optional<NoticeId> after, int limit);

}  // namespace tellfirst::notify::store
