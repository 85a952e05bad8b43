#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// What was sent to who is signed in to the portal.
void add_log_routes(http::Table& table);

}  // namespace tellfirst::pages
