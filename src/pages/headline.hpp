#pragma once
#include "pages/status_page.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// The worst of all services: what colour and sign stand on top.
[[nodiscard]] status::ServiceState overall(std::vector<ShownService> const& services);

// What a person would say who is asked how things are: "There is an outage of Statistics. There is
// maintenance on Uploads. Everything else works." Each kind has its sentence, the worst first.
// `open` is how many incidents are open.
[[nodiscard]] std::string
headline(std::vector<ShownService> const& services, std::size_t open, words::Language language);

// "We do not know the state of Uploads."; "" where all is known.
[[nodiscard]] std::string
unknown_sentence(std::vector<ShownService> const& services, words::Language language);

}  // namespace tellfirst::pages
