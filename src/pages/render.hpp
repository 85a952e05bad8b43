#pragma once
#include "pages/site.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// Whole documents. Pure: the same site is the same bytes.
[[nodiscard]] std::string render_home(Site const& site, words::Language language);
[[nodiscard]] std::string
render_page(Site const& site, ShownIncident const& incident, words::Language language);
[[nodiscard]] std::string
render_page(Site const& site, ShownWindow const& window, words::Language language);
[[nodiscard]] std::string
render_page(Site const& site, ShownIssue const& issue, words::Language language);

// For every address that leads nowhere: in the brand's name, and in both languages, for it is the
// same bytes whatever was asked for.
[[nodiscard]] std::string render_lost(accounts::ResolvedBrand const& brand);

}  // namespace tellfirst::pages
