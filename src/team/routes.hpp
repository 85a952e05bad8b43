#pragma once
// The parts of team's routes.

namespace tellfirst::http {
class Table;
}

namespace tellfirst::team {

void add_me_routes(http::Table& table);
void add_people_routes(http::Table& table);
void add_session_routes(http::Table& table);
void add_token_routes(http::Table& table);

}  // namespace tellfirst::team
