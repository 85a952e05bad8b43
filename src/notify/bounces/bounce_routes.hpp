#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

void add_bounce_routes(http::Table& table);

}  // namespace tellfirst::notify
