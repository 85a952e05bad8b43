#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// What a signed-in contact sees and does, below /portal.
void add_portal_routes(http::Table& table);

}  // namespace tellfirst::pages
