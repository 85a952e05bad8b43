#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// Below /api/v1/plans/{id} and /api/v1/accounts/{id}.
void add_link_routes(http::Table& table);

}  // namespace tellfirst::pages
