#pragma once
#include "kernel/clock.hpp"
#include "pages/pages.hpp"

#include <thread>

namespace tellfirst::app {

// Keeps a folder the mirror of a data folder while it lives, on a thread of its own.
class MirrorKeeper {
  public:
    MirrorKeeper(std::string const& data, std::string const& folder, Clock const& clock);

  private:
    void run(std::stop_token const& stop);

    Clock const& clock_;
    pages::Mirror mirror_;
    std::jthread thread_;  // last: it ends before what it uses goes
};

}  // namespace tellfirst::app
