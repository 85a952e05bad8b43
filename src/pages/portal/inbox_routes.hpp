#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// The inbox of the portal, and its switch "tell this browser".
void add_inbox_routes(http::Table& table);

}  // namespace tellfirst::pages
