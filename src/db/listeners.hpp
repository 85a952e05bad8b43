#pragma once
#include <functional>
#include <mutex>
#include <vector>

namespace tellfirst::db {

// Functions that want to be called when something happens. Any thread may add or wake.
class Listeners {
  public:
    void add(std::function<void()> listener)
    {
        std::lock_guard const guard{lock_};
        listeners_.push_back(std::move(listener));
    }

    void wake() const
    {
        std::lock_guard const guard{lock_};
        for (auto const& listener : listeners_)
            listener();
    }

  private:
    mutable std::mutex lock_;
    std::vector<std::function<void()>> listeners_;
};

}  // namespace tellfirst::db
