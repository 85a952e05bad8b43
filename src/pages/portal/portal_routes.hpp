#pragma once
#include "pages/portal/visitor.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// Who is signed in; nobody where nobody is.
[[nodiscard]] std::optional<Visitor> visitor_in(http::Request const& request, Call& call);

// A person is led to the sign-in, a program is told.
[[nodiscard]] Result<http::Reply> let_in_first(http::Request const& request);

// What a signed-in contact sees and does, below /portal.
void add_portal_routes(http::Table& table);

}  // namespace tellfirst::pages
