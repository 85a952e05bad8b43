#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

void add_subscribe_routes(http::Table& table);

}  // namespace tellfirst::pages
