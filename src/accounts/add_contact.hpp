#pragma once
// What adding a contact and adding an account with its contacts share.
#include "accounts/types.hpp"
#include "db/call.hpp"

namespace tellfirst::accounts {

// Writes a contact that is already checked, and tells ContactAdded. Nothing where the address
// is some account's contact already.
[[nodiscard]] std::optional<Contact>
write_contact(Call& call, std::optional<AccountId> account, BrandId brand, NewContact const& wish);

[[nodiscard]] Problem email_taken(std::string field);

}  // namespace tellfirst::accounts
