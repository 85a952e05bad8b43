#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

// /api/v1/notices/{id}/...: what a person does about one that is on its way.
void add_fanout_routes(http::Table& table);

}  // namespace tellfirst::notify
