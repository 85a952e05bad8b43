#pragma once
// Brands stand in a tree: the vendor, his partners, and theirs.
#include "accounts/brands/types.hpp"
#include "kernel/settings.hpp"

#include <span>

namespace tellfirst::accounts {

// Vendor, distributor, partner, and one to spare.
inline constexpr int deepest_family = 4;

// May `parent` become the parent of `child`? Codes brand.parent_not_found, brand.cycle,
// brand.too_deep. A child that is not among them yet has no children of its own.
[[nodiscard]] std::optional<FieldError>
fault_in_parent(std::span<Brand const> all, BrandId child, BrandId parent);

// The brand with all that it takes from its ancestors; the default brand where there is none of
// that id.
[[nodiscard]] ResolvedBrand
resolve(std::span<Brand const> all, BrandId id, Settings const& settings);

// "https://help.example.com:8443" -> "help.example.com"
[[nodiscard]] std::string_view host_in(std::string_view url);

}  // namespace tellfirst::accounts
