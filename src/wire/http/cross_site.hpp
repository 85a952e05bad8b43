#pragma once
#include "wire/http/message.hpp"

namespace tellfirst::http {

// Did another site make a browser send this, with our cookie on it? Only for requests that change
// something and carry a cookie but no bearer's token; whoever can set that header is not a foreign
// page. `public_url` is our own address ("https://help.example.com").
// Sources: Fetch Metadata (Sec-Fetch-Site), RFC 6454 (Origin).
[[nodiscard]] bool is_cross_site(Request const& request, std::string_view public_url);

// The same for what anybody may send, with or without a cookie: a form that stands on no page of
// ours.
[[nodiscard]] bool is_from_elsewhere(Request const& request, std::string_view public_url);

}  // namespace tellfirst::http
