#include "app/mirror_keeper.hpp"

#include "kernel/log.hpp"

#include <condition_variable>
#include <mutex>

namespace tellfirst::app {
namespace {

// The press puts its copies into the data folder at each change; looking whether there are new ones
// reads one small file.
constexpr std::chrono::seconds look_every{2};

}  // namespace

MirrorKeeper::MirrorKeeper(std::string const& data, std::string const& folder, Clock const& clock)
    : clock_{clock},
      mirror_{data, folder},
      thread_{[this](std::stop_token const& stop) { run(stop); }}
{
}

void MirrorKeeper::run(std::stop_token const& stop)
{
    std::mutex lock;
    std::condition_variable_any wake;
    std::unique_lock guard{lock};
    bool failed = false;
    while (!stop.stop_requested()) {
        auto const written = mirror_.write(clock_.now());
        if (!written && !failed)
            log::warning("mirror.not_written", {{"why", written.error().detail}});
        failed = written.has_error();
        wake.wait_for(guard, stop, look_every, [] { return false; });
    }
}

}  // namespace tellfirst::app
