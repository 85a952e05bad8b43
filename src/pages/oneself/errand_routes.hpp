#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

void add_errand_routes(http::Table& table);

}  // namespace tellfirst::pages
