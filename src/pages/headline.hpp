#pragma once
#include "pages/status_page.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// The worst of all services: what colour and sign stand on top.
[[nodiscard]] status::ServiceState overall(std::vector<ShownService> const& services);

// What a person would say who is asked how things are: "There is an outage of Statistics.
// Everything else works." `open` is how many incidents are open.
[[nodiscard]] std::string
headline(std::vector<ShownService> const& services, std::size_t open, words::Language language);

}  // namespace tellfirst::pages
