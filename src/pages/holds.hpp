#pragma once
// What held a service in which state, and for how long, as the page showed it.
#include "pages/status_page.hpp"

namespace tellfirst::pages {

struct Hold {
    std::string by;  // "inc_...", "win_..."
    status::ServiceState state = status::ServiceState::operational;
    Instant from;
    Instant to = Instant::max();
};

// By service: of an incident from word to word, of a window from its start to its end.
using Holds = std::map<ServiceId, std::vector<Hold>>;
[[nodiscard]] Holds holds_of(StatusPage const& page);

struct Asked {
    std::string_view thing;
    ServiceId service;
    Instant at;
};
// How the service was at that moment for everything but that thing.
[[nodiscard]] status::ServiceState state_without(Asked const& asked, Holds const& holds);

}  // namespace tellfirst::pages
