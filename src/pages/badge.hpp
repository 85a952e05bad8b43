#pragma once
// A small picture of a state, to stand on other people's pages.
#include "status/types.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// "Uploads | Works" as an SVG that needs nothing but itself and is read on light and dark ground.
// Its title says the same to whoever hears the page. A long label is cut.
[[nodiscard]] std::string
badge(std::string_view label, status::ServiceState state, words::Language language);

}  // namespace tellfirst::pages
