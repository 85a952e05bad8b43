#include "accounts/accounts.hpp"
#include "notify/holds/hold_store.hpp"

namespace tellfirst::notify {
namespace {

// After a day nobody wants to hear of an outage for the first time.
constexpr std::int64_t longest_delay = 24 * 60;

Result<void> check(accounts::Brand const& brand, NewForwards const& wish)
{
    if (wish.mode == Forwarding::at_once && wish.release_after_minutes)
        return invalid(
            "forwards.not_held", "release_after_minutes",
            "Only what is held can be released later.");
    if (wish.release_after_minutes &&
        (*wish.release_after_minutes < 1 || *wish.release_after_minutes > longest_delay))
        return invalid(
            "forwards.bad_delay", "release_after_minutes", "Name 1 to 1440 minutes, or none.");
    if (wish.mode == Forwarding::held && !wish.tell && !brand.contact.email)
        return invalid(
            "forwards.needs_address", "tell",
            "The brand has no address for help. Name one that hears when something is held.");
    return {};
}

}  // namespace

Forwards forwards_of(db::Tx& tx, BrandId brand)
{
    auto const all = store::brands_that_hold(tx);
    auto const found = std::ranges::find(all, brand, &Forwards::brand);
    if (found != all.end())
        return *found;
    Forwards at_once{};
    at_once.brand = brand;
    return at_once;
}

Result<Forwards> change_forwards(Call& call, BrandId id, NewForwards const& wish)
{
    auto const brand = accounts::find_brand(call.tx, id);
    if (!brand)
        return not_found("brand");
    if (auto const good = check(*brand, wish); !good)
        return good.error();
    store::save_forwards(call.tx, id, wish);
    call.tell(ForwardsChanged{.brand = id, .mode = wish.mode});
    return forwards_of(call.tx, id);
}

}  // namespace tellfirst::notify
