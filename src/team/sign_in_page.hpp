#pragma once
#include "team/store.hpp"

#include <string>

namespace tellfirst::team {

// The page behind a one-time link: complete HTML that works without script. `wrong` is a sentence
// shown above the form ("" at first); what was typed before is shown again, but no password.
struct SignInPage {
    bool first_owner = false;  // then it asks for name and address too
    std::string name = {};
    std::string email = {};
    std::string wrong = {};
};
[[nodiscard]] std::string sign_in_page(SignInPage const& page);

// For a link that does not work (any more).
[[nodiscard]] std::string spent_link_page();

}  // namespace tellfirst::team
