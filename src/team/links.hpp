#pragma once
// Using a one-time link: whoever has it sets a password, or is let in as he is.
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

// The secret of a session. No link opens one for somebody whose second factor is on: he signs in
// as always.
using MaybeSession = std::optional<std::string>;

// Spends the link and sets the password. Slow (it hashes): outside any transaction. Errors
// link.spent, person.needs_name, person.bad_email, person.weak_password; after one of these the
// link still works.
[[nodiscard]] Result<MaybeSession>
spend_link(House& house, std::string const& secret, LinkForm const& form);

// Spends a link that lets in whoever opens it. Error link.spent.
[[nodiscard]] Result<MaybeSession> enter_by_link(House& house, std::string const& secret);

}  // namespace tellfirst::team
