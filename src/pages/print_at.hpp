#pragma once
#include "pages/site.hpp"

namespace tellfirst::pages {

// What stands at that path of the site ("/feed.atom"), printed by itself; nothing where no output
// of the site does.
[[nodiscard]] std::optional<Output> print_at(Site const& site, std::string_view path);

}  // namespace tellfirst::pages
