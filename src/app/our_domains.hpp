#pragma once
#include "db/house.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace tellfirst::app {

// Whose mail is ours: that to any local part (the parts that we made up, reply+... and bounce+...,
// among them) of the house's own domain, or of its brands'. The mail server asks on the thread that
// reads from it, so the domains stand in memory; a thread of its own looks again after a change.
class OurDomains {
  public:
    explicit OurDomains(House house);

    [[nodiscard]] bool has(std::string_view recipient) const;
    void renew();  // something may have changed; from any thread, answers at once
    void stop();   // looks no more

  private:
    void read();
    void run(std::stop_token const& stop);

    House house_;
    std::atomic<std::shared_ptr<std::set<std::string> const>> domains_;
    std::mutex lock_;
    std::condition_variable_any changed_;
    bool is_stale_ = false;
    std::jthread thread_;
};

}  // namespace tellfirst::app
