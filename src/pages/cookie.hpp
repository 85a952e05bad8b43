#pragma once
// The cookie of a signed-in contact.
#include "kernel/settings.hpp"

#include <string>
#include <string_view>

namespace tellfirst::pages {

[[nodiscard]] std::string cookie_with(Settings const& settings, std::string_view secret);
[[nodiscard]] std::string cookie_cleared(Settings const& settings);

// Its value in a Cookie header ("a=1; b=2"); "" where there is none.
[[nodiscard]] std::string_view cookie_in(std::string_view header, Settings const& settings);

}  // namespace tellfirst::pages
