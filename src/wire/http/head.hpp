#pragma once
#include "wire/http/message.hpp"

namespace tellfirst::http {

// The bytes before a body: status line and headers. Date, Connection and the empty line are left
// to whoever sends it, because a head may be made long before that.
[[nodiscard]] std::string write_head(int status, Headers const& headers);

// What every reply carries, unless the handler said otherwise: type and length, nosniff, no
// caching, a policy that lets a page load nothing but its own inline style and pictures. Of one
// that comes in pieces nobody knows the length.
[[nodiscard]] std::string head_of(Reply const& reply);

// The same headers for a page of that type, without its length.
[[nodiscard]] Headers safe_headers(std::string_view type, Headers own);

// RFC 9110 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] std::string http_date(Instant at);

}  // namespace tellfirst::http
