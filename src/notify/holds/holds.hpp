#pragma once
// Holds' part of the door: what a partner reads before his customers do.
#include "db/db.hpp"
#include "notify/holds/types.hpp"

namespace tellfirst::http {
class Table;
}
namespace tellfirst::jobs {
class Board;
}

namespace tellfirst::notify {

[[nodiscard]] Forwards forwards_of(db::Tx& tx, BrandId brand);
// Errors brand.not_found, forwards.not_held (a delay without a hold), forwards.bad_delay,
// forwards.needs_address (nobody would hear that something is held).
[[nodiscard]] Result<Forwards> change_forwards(Call& call, BrandId brand, NewForwards const& wish);

// Oldest first.
[[nodiscard]] std::vector<HeldNotice>
held_for(db::Tx& tx, BrandId brand, std::optional<NoticeId> after, int limit);

struct HoldKey {
    BrandId brand;
    NoticeId notice;
};
// Lets a word go to the brand's readers, with a title and a text of their own where these are
// given. Errors notice.not_found, notice.not_held (409), notice.needs_title, notice.title_too_long,
// notice.needs_text, notice.text_too_long.
[[nodiscard]] Result<HeldNotice> release(Call& call, HoldKey const& key, Release const& wish);

void add_hold_routes(http::Table& table);
void add_hold_jobs(jobs::Board& board);

}  // namespace tellfirst::notify
