#include "app/building.hpp"
#include "app/commands.hpp"
#include "app/signals.hpp"
#include "kernel/log.hpp"
#include "team/team.hpp"
#include "wire/http/sd_notify.hpp"

#include <cstdio>

namespace tellfirst::app {
namespace {

void print_owner_link(Building& building)
{
    auto const secret = building.open_house->house().write(
        Actor::system(), [](Call& call) { return team::first_owner_link(call); });
    if (!secret)
        return;
    fmt::print(
        "Nobody owns this Tellfirst yet. Open this link once to become its owner:\n"
        "  {}\n",
        team::link_url(building.open_house->chosen.settings, *secret));
    std::fflush(stdout);
}

}  // namespace

int refuse(Problem const& problem)
{
    fmt::print(stderr, "tellfirst: {}\n", problem.detail.empty() ? problem.code : problem.detail);
    return exit_refused;
}

int serve(Chosen chosen)
{
    block_stopping_signals();
    if (!chosen.mirror_of.empty())
        return serve_mirror(chosen);
    auto const building = Building::open(std::move(chosen));
    if (!building)
        return refuse(building.error());
    log::event("server.ready", {{"http", (*building)->address()}});
    print_owner_link(**building);
    http::sd_notify("READY=1");
    wait_for_stopping_signal();
    http::sd_notify("STOPPING=1");
    (*building)->stop();
    return exit_ok;
}

}  // namespace tellfirst::app
