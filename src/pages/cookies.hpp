#pragma once
#include "accounts/accounts.hpp"
#include "wire/http/cookie.hpp"

namespace tellfirst::pages {

// Names that betray nothing to a partner's customers.

// The session of a signed-in contact.
inline constexpr http::Cookie contact_cookie{
    .name = "contact", .life = accounts::contact_session_life};

// By which a browser's voice counts once. It says nothing of who it is.
inline constexpr http::Cookie voice_cookie{.name = "voice", .life = std::chrono::days{365}};

}  // namespace tellfirst::pages
