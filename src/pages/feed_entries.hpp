#pragma once
// Incidents, windows and known issues as entries of a feed: one for each, for ever, with all its
// words. Its date is that of its last change.
#include "pages/site.hpp"
#include "wire/feed/feed.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

[[nodiscard]] feed::Entry
entry_of(ShownIncident const& incident, Site const& site, words::Language language);
[[nodiscard]] feed::Entry
entry_of(ShownWindow const& window, Site const& site, words::Language language);
[[nodiscard]] feed::Entry
entry_of(ShownIssue const& issue, Site const& site, words::Language language);

// All that a site's feeds tell, the newest change first, each with the services that it is about.
struct Told {
    std::vector<ServiceId> services;
    feed::Entry entry;
};
[[nodiscard]] std::vector<Told> everything_told(Site const& site, words::Language language);

}  // namespace tellfirst::pages
