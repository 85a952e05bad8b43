#pragma once
// What the templates of incidents and services are filled with.
#include "pages/status_page.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// Who reads, and when: "16:30" needs no day where it is today.
struct View {
    words::Reader reader;
    Instant now;
};

// <time> with the moment in the reader's zone and in UTC. On public pages, where the zone is not
// known, the page's script adds it.
[[nodiscard]] std::string time_markup(Instant at, View const& view);

// When will it work, when comes the next word? Sentences as markup; a promise that has passed is
// not repeated.
[[nodiscard]] std::vector<std::string> outlook(ShownIncident const& incident, View const& view);

// The colour of a state ("ok", "warn", "bad", "plan", "unk"); beside it always stand a sign and a
// word.
[[nodiscard]] std::string_view tone_of(status::ServiceState state);

[[nodiscard]] JsonObject open_view(ShownIncident const& incident, View const& view);
[[nodiscard]] JsonObject past_view(ShownIncident const& incident, View const& view);
// Those that run belong to what is now; all others to what is planned.
struct WindowsView {
    JsonArray running;
    JsonArray planned;
};
[[nodiscard]] WindowsView windows_view(std::vector<ShownWindow> const& windows, View const& view);
[[nodiscard]] JsonObject service_view(ShownService const& service, words::Language language);

}  // namespace tellfirst::pages
