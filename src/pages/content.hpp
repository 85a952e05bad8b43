#pragma once
#include "pages/site.hpp"

namespace tellfirst::pages {

// Two sites with the same of this differ in nothing that a reader sees. When a service was last
// looked at is part of it once a minute: hundreds may be looked at each second.
[[nodiscard]] std::string content_of(Site const& site);

}  // namespace tellfirst::pages
