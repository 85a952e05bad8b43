#pragma once
// Using a one-time link: whoever has it sets a password and is signed in.
#include "team/store.hpp"

namespace tellfirst::team {

// Whose link is this? Error link.spent (404): used, replaced, too old, or never made.
[[nodiscard]] Result<store::Link> open_link(Call& call, std::string_view secret);

// What the form of the link asks for. Name and email only where the link makes the first owner.
struct LinkForm {
    std::string name;
    std::string email;
    std::string password;
};

// Spends the link and opens a session; answers the session's secret. Slow (it hashes): outside any
// transaction. Errors link.spent, person.needs_name, person.bad_email, person.weak_password; after
// one of these the link still works.
[[nodiscard]] Result<std::string>
spend_link(House& house, std::string const& secret, LinkForm const& form);

}  // namespace tellfirst::team
