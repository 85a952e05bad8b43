#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// Buttons of incidents and known issues, below every page that has them.
void add_voice_routes(http::Table& table);

}  // namespace tellfirst::pages
