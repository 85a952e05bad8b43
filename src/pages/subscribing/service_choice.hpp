#pragma once
// Of which services somebody without an account hears: what is offered to him, what he ticked.
#include "pages/status_page.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::pages {

using ChosenServices = std::optional<std::vector<ServiceId>>;  // nothing: all, also later ones

struct ServiceChoice {
    std::vector<ShownService> offered;  // as they stand on the page, groups among them
    ChosenServices chosen = {};
};

// What everybody may know of. A group is no choice of its own: it says where its members stand.
[[nodiscard]] std::vector<ShownService> offered_services(db::Tx& tx);

// "All" counts, whatever is ticked below it. What he chose once and is not offered at the moment he
// keeps; and all of it, where the form does not ask. Pure.
[[nodiscard]] ChosenServices read_services(http::Form const& form, ServiceChoice const& before);

// He chose, and nothing of that is offered any more. Pure.
[[nodiscard]] bool has_none_left(ServiceChoice const& choice);

// Is there anything to choose? Of one service alone everybody hears.
[[nodiscard]] bool is_offered(ServiceChoice const& choice);

// The names of what he chose, in the order of the page. Pure.
[[nodiscard]] std::vector<std::string> names_chosen(ServiceChoice const& choice);

}  // namespace tellfirst::pages
