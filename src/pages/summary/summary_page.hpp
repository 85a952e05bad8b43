#pragma once
#include "accounts/types.hpp"
#include "pages/summary/summary.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// The sheet as a document: printed, it is one page of A4 without navigation.
[[nodiscard]] std::string
render(Summary const& summary, accounts::ResolvedBrand const& brand, words::Language language);

}  // namespace tellfirst::pages
