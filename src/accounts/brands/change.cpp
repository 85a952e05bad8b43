#include "accounts/brands/family.hpp"
#include "accounts/brands/faults.hpp"
#include "accounts/facts.hpp"
#include "accounts/store.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

// A name by which the vendor's own pages are reached is never a partner's.
bool is_taken(Call& call, std::string_view host, BrandId id, Standing standing)
{
    auto const all = brands(call.tx);
    bool const has_other = std::ranges::any_of(
        all, [&](Brand const& brand) { return brand.id != id && brand.host == host; });
    return has_other || (standing == Standing::partner &&
                         host == ascii_lower(host_in(call.settings.public_url)));
}

// Whoever reads a partner's mail would read the vendor's domain in it.
bool is_on_our_domain(Call const& call, NewBrand const& wish)
{
    return wish.mail_from && ascii_lower(wish.mail_from->domain()) == call.settings.domain;
}

Problem host_taken()
{
    return invalid("brand.host_taken", "host", "Another brand has this host.");
}

// As it is stored: hosts and colours in lower case, a partner with a parent.
Result<NewBrand> checked(Call& call, NewBrand wish, BrandId id, Standing standing)
{
    if (auto faults = faults_in(wish, standing); !faults.empty())
        return refusal(std::move(faults));
    if (wish.host)
        wish.host = ascii_lower(*wish.host);
    if (wish.accent)
        wish.accent = ascii_lower(*wish.accent);
    if (wish.host && is_taken(call, *wish.host, id, standing))
        return host_taken();
    if (standing == Standing::vendor)
        return wish;
    if (is_on_our_domain(call, wish))
        return invalid(
            "brand.our_mail_domain", "mail_from",
            "A partner's mails come from a domain of his own, not from this house's.");
    if (!wish.parent)
        wish.parent = default_brand(call.tx).id;
    if (auto fault = fault_in_parent(brands(call.tx), id, *wish.parent))
        return refusal({*std::move(fault)});
    return wish;
}

}  // namespace

Result<Brand> add_brand(Call& call, NewBrand const& wish)
{
    if (std::ssize(brands(call.tx)) >= most_brands)
        return invalid("brand.too_many", "", "There are at most 200 brands.");
    Brand brand;
    brand.id = call.new_id<BrandId>();
    auto kept = checked(call, wish, brand.id, Standing::partner);
    if (!kept)
        return kept.error();
    static_cast<NewBrand&>(brand) = *std::move(kept);
    if (!store::add_brand(call.tx, brand))
        return host_taken();
    call.tell(BrandAdded{.brand = brand.id});
    return brand;
}

Result<Brand>
change_brand(Call& call, BrandId id, NewBrand const& wish, std::optional<std::int64_t> version)
{
    auto brand = find_brand(call.tx, id);
    if (!brand)
        return not_found("brand");
    if (version && *version != brand->version)
        return stale();
    auto kept = checked(call, wish, id, brand->is_default ? Standing::vendor : Standing::partner);
    if (!kept)
        return kept.error();
    static_cast<NewBrand&>(*brand) = *std::move(kept);
    ++brand->version;
    if (!store::save_brand(call.tx, *brand))
        return stale();
    call.tell(BrandChanged{.brand = id});
    return *std::move(brand);
}

std::vector<ResolvedBrand> resolved_brands(Call& call)
{
    auto const all = brands(call.tx);
    std::vector<ResolvedBrand> resolved;
    resolved.reserve(all.size());
    for (auto const& brand : all)
        resolved.push_back(resolve(all, brand.id, call.settings));
    return resolved;
}

ResolvedBrand resolved_brand(Call& call, BrandId id)
{
    return resolve(brands(call.tx), id, call.settings);
}

std::vector<Brand> brands(db::Tx& tx)
{
    return brands(tx, std::nullopt, most_brands);
}

}  // namespace tellfirst::accounts
