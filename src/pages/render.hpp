#pragma once
#include "pages/status_page.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// The public page as a whole document. Pure: the same page is the same bytes.
[[nodiscard]] std::string render(StatusPage const& page, words::Language language);

}  // namespace tellfirst::pages
