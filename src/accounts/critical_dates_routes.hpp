#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::accounts {

void add_critical_date_routes(http::Table& table);

}  // namespace tellfirst::accounts
