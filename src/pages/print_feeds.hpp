#pragma once
#include "pages/site.hpp"

namespace tellfirst::pages {

// What programs read of a site, as they are to be sent: /feed.atom, /feed.rss and /calendar.ics
// (German below /de/), /badge.svg, /banner.json, /banner.js, /subscribe.js.
[[nodiscard]] std::vector<Output> print_feeds(Site const& site);
// For each service feeds, calendar and badge below /services/ and its 12 letters, or for that one
// alone. A group's tell what its members' do.
[[nodiscard]] std::vector<Output>
print_service_feeds(Site const& site, std::optional<std::string_view> letters = {});

}  // namespace tellfirst::pages
