#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::accounts {

// The rows of preferences; add_routes adds them, too.
void add_preferences_routes(http::Table& table);

}  // namespace tellfirst::accounts
