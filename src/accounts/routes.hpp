#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::accounts {

// The rows of brands; add_routes adds them, too.
void add_brand_routes(http::Table& table);

}  // namespace tellfirst::accounts
