#pragma once
// What a request for a page says of its reader.
#include "accounts/types.hpp"
#include "db/call.hpp"
#include "wire/http/message.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// Whose page it is, by its host.
[[nodiscard]] accounts::ResolvedBrand brand_asked(http::Request const& request, Call& call);

// What the browser asks for first, where that is a language of ours; else the brand's own.
[[nodiscard]] words::Language
language_asked(http::Request const& request, accounts::ResolvedBrand const& brand);

// From where somebody does `what`, and in which hour. Without our secret nobody finds an address in
// it, nor, in the next hour, that it is the same one.
[[nodiscard]] std::string
origin_of(http::Request const& request, Call const& call, std::string_view what);

}  // namespace tellfirst::pages
