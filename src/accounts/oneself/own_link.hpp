#pragma once
// The address of a contact's own page: what he hears from us, and what we know of him. Only his
// mails hold it.
#include "accounts/types.hpp"

namespace tellfirst::accounts {

// "/p/TOKEN". The token carries its contact and a seal, so it works for ever and no table has to
// remember it.
[[nodiscard]] std::string own_path(std::string_view secret, ContactId contact);

// Whose it is; nothing for a token that we did not make.
[[nodiscard]] std::optional<ContactId>
read_own_token(std::string_view secret, std::string_view token);

}  // namespace tellfirst::accounts
