#pragma once
// What a customer's own control panel shows on top: trouble now, and work that is near.
#include "pages/site.hpp"

namespace tellfirst::pages {

// Work is shown that long before it starts.
inline constexpr std::chrono::hours work_shown_before{24};
// More would push away the page that they stand on.
inline constexpr std::size_t most_banners = 5;

// /banner.json: {brand, page, banners: [{id, kind, tone, title, en: {state, sentences, url}, de}]}.
// A moment in a sentence is "{2026-11-22T15:00:00Z}", for the reader's own zone.
[[nodiscard]] std::string banner_json(Site const& site);

}  // namespace tellfirst::pages
