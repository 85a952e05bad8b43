#pragma once
// The page of one incident, window or issue in the portal, however old: what the history leads to.
#include "pages/portal/visitor.hpp"

namespace tellfirst::pages {

// "/portal/incidents/aaaak3vq7x2m" is about "inc_aaaak3vq7x2m"; nothing where it is no such path.
[[nodiscard]] std::optional<std::string> thing_at(std::string_view path);

// Nothing of what is not his.
struct OneThing {
    Visitor visitor;
    Seen seen;
    std::string id;
    Instant now;
    std::string hand_on =
        {};  // the newest word as a text for others; "" where nothing was announced
};
[[nodiscard]] std::optional<std::string> render(OneThing const& thing);
[[nodiscard]] std::optional<Json> document_of(OneThing const& thing);

}  // namespace tellfirst::pages
