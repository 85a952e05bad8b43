#include "kernel/text.hpp"
#include "notify/holds/hold.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/known.hpp"

namespace tellfirst::notify {
namespace {

// As long as any word of ours.
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 10'000;

Result<void> check(Release const& wish)
{
    if (wish.title && trim(*wish.title).empty())
        return invalid("notice.needs_title", "title", "Write a title, or leave it out.");
    if (wish.title && wish.title->size() > longest_title)
        return invalid("notice.title_too_long", "title", "Write at most 200 bytes.");
    if (wish.text && trim(*wish.text).empty())
        return invalid("notice.needs_text", "text", "Write what is to be said, or leave it out.");
    if (wish.text && wish.text->size() > longest_text)
        return invalid("notice.text_too_long", "text", "Write at most 10,000 bytes.");
    return {};
}

HeldNotice held_notice(db::Tx& tx, BrandId brand, store::HeldRow const& row)
{
    auto const notice = store::find_notice(tx, row.id).value();
    auto const words = known_to(notice.body_as<Announcement>(), {});
    return {
        .id = row.id,
        .brand = brand,
        .about = words.about,
        .topic = words.topic,
        .title = words.title,
        .state = words.state,
        .text = words.text,
        .held_at = row.held_at,
        .releases_at = row.releases_at,
        .expires_at = row.expires_at,
        .deliveries = row.deliveries};
}

}  // namespace

std::vector<HeldNotice>
held_for(db::Tx& tx, BrandId brand, std::optional<NoticeId> after, int limit)
{
    std::vector<HeldNotice> held;
    for (auto const& row : store::held_rows(tx, brand, after, limit))
        held.push_back(held_notice(tx, brand, row));
    return held;
}

Result<HeldNotice> release(Call& call, HoldKey const& key, Release const& wish)
{
    if (auto const good = check(wish); !good)
        return good.error();
    auto const hold = store::find_hold(call.tx, key);
    if (!hold)
        return not_found("notice");
    auto released = held_notice(
        call.tx, key.brand,
        {.id = key.notice,
         .held_at = hold->held_at,
         .releases_at = hold->releases_at,
         .expires_at = hold->expires_at,
         .deliveries = store::count_held(call.tx, key)});
    bool const is_by_link = call.actor.kind == Actor::Kind::nobody;
    auto by = is_by_link ? std::string{"partner"} : call.actor.text();
    if (auto const gone = let_go(call, key, std::move(by), wish); !gone)
        return gone.error();
    released.title = wish.title.value_or(released.title);
    released.text = wish.text.value_or(released.text);
    return released;
}

}  // namespace tellfirst::notify
