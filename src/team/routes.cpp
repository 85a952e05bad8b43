#include "team/routes.hpp"

#include "team/team.hpp"

namespace tellfirst::team {

void add_routes(http::Table& table)
{
    add_session_routes(table);
    add_me_routes(table);
    add_people_routes(table);
    add_token_routes(table);
}

}  // namespace tellfirst::team
