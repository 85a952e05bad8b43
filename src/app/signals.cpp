#include "app/signals.hpp"

#include <csignal>

namespace tellfirst::app {
namespace {

sigset_t stopping_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

}  // namespace

void block_stopping_signals()
{
    auto const signals = stopping_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // a peer that hangs up is an error of its socket, no more
}

void wait_for_stopping_signal()
{
    auto const signals = stopping_signals();
    int signal = 0;
    sigwait(&signals, &signal);
}

bool wait_for_stopping_signal(std::chrono::milliseconds at_most)
{
    auto const signals = stopping_signals();
    auto const whole = std::chrono::floor<std::chrono::seconds>(at_most);
    timespec const time{
        .tv_sec = static_cast<std::time_t>(whole.count()),
        .tv_nsec = static_cast<long>(std::chrono::nanoseconds{at_most - whole}.count())};
    return sigtimedwait(&signals, nullptr, &time) > 0;
}

}  // namespace tellfirst::app
