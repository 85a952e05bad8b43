#include "accounts/brands/family.hpp"

#include "accounts/brands/colour.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

Brand const* find(std::span<Brand const> all, BrandId id)
{
    auto const found = std::ranges::find(all, id, &Brand::id);
    return found == all.end() ? nullptr : &*found;
}

Brand const* parent_of(std::span<Brand const> all, Brand const& brand)
{
    return brand.parent ? find(all, *brand.parent) : nullptr;
}

// How many generations stand in a line from this brand up to the vendor, itself included. The steps
// are counted, so that rows of a foreign hand cannot hold us.
int depth(std::span<Brand const> all, Brand const* brand)
{
    int steps = 0;
    for (; brand != nullptr && steps <= deepest_family; brand = parent_of(all, *brand))
        ++steps;
    return steps;
}

// How many generations stand from this brand down.
int height(std::span<Brand const> all, BrandId id, int most = deepest_family)
{
    int below = 0;
    for (auto const& brand : all)
        if (brand.parent == id && most > 0)
            below = std::max(below, height(all, brand.id, most - 1));
    return below + 1;
}

// The scheme and the port are those of our own address: one server, or one proxy before it, answers
// for all hosts.
std::string url_on(std::string_view host, std::string_view public_url)
{
    std::string url{public_url};
    return url.replace(public_url.find("://") + 3, host_in(public_url).size(), host);
}

}  // namespace

std::string_view host_in(std::string_view url)
{
    auto host = url.substr(url.find("://") + 3);
    host = host.substr(0, host.find('/'));
    return host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0));
}

std::optional<FieldError> fault_in_parent(std::span<Brand const> all, BrandId child, BrandId parent)
{
    auto const* const above = find(all, parent);
    if (above == nullptr)
        return FieldError{"parent", "brand.parent_not_found", "There is no such brand."};
    int steps = 0;
    for (auto const* it = above; it != nullptr && steps++ < deepest_family;
         it = parent_of(all, *it))
        if (it->id == child)
            return FieldError{"parent", "brand.cycle", "A brand cannot stand below itself."};
    if (depth(all, above) + height(all, child) > deepest_family)
        return FieldError{
            "parent", "brand.too_deep", "Brands stand at most four deep, the vendor included."};
    return std::nullopt;
}

ResolvedBrand resolve(std::span<Brand const> all, BrandId id, Settings const& settings)
{
    auto const* brand = find(all, id);
    if (brand == nullptr)
        brand = &*std::ranges::find(all, true, &Brand::is_default);
    ResolvedBrand resolved{
        .id = brand->id,
        .is_default = brand->is_default,
        .name = brand->name,
        .host = brand->host,
        .url = brand->is_default || !brand->host ? settings.public_url
                                                 : url_on(*brand->host, settings.public_url),
        .logo = brand->logo,
        .contact = brand->contact,
        .mail_from = brand->mail_from ? *brand->mail_from
                                      : Email::parse("support@" + settings.domain).value(),
        .mail_name = brand->mail_name.value_or(brand->name)};
    resolved.mail_domain =
        brand->is_default ? settings.domain : ascii_lower(resolved.mail_from.domain());
    std::optional<std::string> language;
    int steps = 0;
    for (; brand != nullptr && steps++ < deepest_family; brand = parent_of(all, *brand)) {
        if (!resolved.accent)
            resolved.accent = brand->accent;
        if (!language)
            language = brand->language;
    }
    resolved.language = language.value_or("en");
    resolved.accent_text = text_on(resolved.accent.value_or("#ffffff"));
    return resolved;
}

}  // namespace tellfirst::accounts
