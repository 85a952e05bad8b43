#pragma once
#include "wire/http/table.hpp"

namespace tellfirst::app {

// The mails that a Maildir relay (maildir:/PATH) kept instead of sending, to be looked at. With
// any other relay the mails are elsewhere, and the routes say so.
void add_outbox_routes(http::Table& table, std::string_view relay);

}  // namespace tellfirst::app
