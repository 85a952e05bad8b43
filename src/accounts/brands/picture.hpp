#pragma once
// What may be a logo. It is only ever shown as a picture (<img>), where scripts do not run and
// nothing is loaded, and served under a policy that allows neither; an SVG that tries is refused
// nevertheless, so that nobody keeps one here.
#include "accounts/brands/types.hpp"
#include "kernel/problem.hpp"

namespace tellfirst::accounts {

// A mark beside a name. More would weigh more than the page that shows it.
inline constexpr std::size_t largest_logo = 32 * 1024;
// Wider than any screen shows it; a small file can unpack to a picture that fills the memory.
inline constexpr std::uint32_t widest_logo = 2'000;

// Errors (field type or data): logo.unknown_type, logo.not_base64, logo.too_large, logo.not_png,
// logo.not_svg, logo.unsafe_svg.
[[nodiscard]] Result<Logo> read_logo(NewLogo const& wish);

}  // namespace tellfirst::accounts
