#pragma once
#include "pages/site.hpp"

namespace tellfirst::pages {

inline constexpr std::string_view pledges_path = "/how-we-tell-you";

// "How we tell you" in both languages and as JSON.
[[nodiscard]] std::vector<Output> print_pledges(Site const& site);

}  // namespace tellfirst::pages
