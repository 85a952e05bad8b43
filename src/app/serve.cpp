#include "app/building.hpp"
#include "app/commands.hpp"
#include "kernel/log.hpp"
#include "team/team.hpp"
#include "wire/http/sd_notify.hpp"

#include <csignal>
#include <cstdio>

namespace tellfirst::app {
namespace {

// Blocked in every thread and waited for in this one: no code of ours ever runs in a handler.
sigset_t stopping_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

void print_owner_link(Building& building)
{
    auto const secret = building.open_house->house().write(
        Actor::system(), [](Call& call) { return team::first_owner_link(call); });
    if (!secret)
        return;
    fmt::print(
        "Nobody owns this Tellfirst yet. Open this link once to become its owner:\n"
        "  {}/sign-in/{}\n",
        building.open_house->chosen.settings.public_url, *secret);
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
    auto const signals = stopping_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    auto const building = Building::open(std::move(chosen));
    if (!building)
        return refuse(building.error());
    log::event("server.ready", {{"http", (*building)->address()}});
    print_owner_link(**building);
    http::sd_notify("READY=1");
    int signal = 0;
    sigwait(&signals, &signal);
    http::sd_notify("STOPPING=1");
    (*building)->stop();
    return exit_ok;
}

}  // namespace tellfirst::app
