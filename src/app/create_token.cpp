#include "app/commands.hpp"
#include "app/open_house.hpp"

#include <cstdio>

namespace tellfirst::app {

int create_token(Chosen chosen, team::NewToken const& wish)
{
    auto const opened = OpenHouse::open_there(std::move(chosen));
    if (!opened)
        return refuse(opened.error());
    auto const made = (*opened)->house().write(
        Actor::system(), [&](Call& call) { return team::create_token(call, wish); });
    if (!made)
        return refuse(made.error());
    fmt::print("{}\n", made->secret);
    return exit_ok;
}

}  // namespace tellfirst::app
