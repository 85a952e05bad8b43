#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {
namespace {

// "Lind, Ott, Vogel and others"
std::string some_of(std::vector<std::string> names)
{
    bool const has_more = std::ssize(names) > store::most_named_users;
    if (has_more)
        names.resize(store::most_named_users);
    return fmt::format("{}{}", fmt::join(names, ", "), has_more ? " and others" : "");
}

std::optional<Problem> why_it_stays(Call& call, Brand const& brand)
{
    if (brand.is_default)
        return conflict("brand.is_default", "It speaks wherever no other brand does.");
    if (auto const below = store::names_of_brands_below(call.tx, brand.id); !below.empty())
        return conflict(
            "brand.has_members",
            fmt::format("Brands stand below it: {}. Move them first.", some_of(below)));
    if (auto const users = store::names_of_accounts_of(call.tx, brand.id); !users.empty())
        return conflict(
            "brand.in_use",
            fmt::format(
                "Accounts hear from it: {}. Give them another brand first.", some_of(users)));
    return std::nullopt;
}

}  // namespace

Result<Brand> remove_brand(Call& call, BrandId id, std::optional<std::int64_t> version)
{
    auto brand = find_brand(call.tx, id);
    if (!brand)
        return not_found("brand");
    if (version && *version != brand->version)
        return stale();
    if (auto why = why_it_stays(call, *brand))
        return *std::move(why);
    store::pass_prospects_on(call.tx, id, brand->parent.value_or(default_brand(call.tx).id));
    store::drop_logo(call.tx, id);
    store::remove_brand(call.tx, id);
    call.tell(BrandRemoved{.brand = id});
    return *std::move(brand);
}

}  // namespace tellfirst::accounts
