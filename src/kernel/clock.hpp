#pragma once
#include "kernel/instant.hpp"

#include <atomic>

namespace tellfirst {

// What time is it? Everything that people were promised goes by this clock, and a test may set it
// (`serve --test-clock`). Sockets, leases and log lines do not: they ask the machine.
class Clock {
  public:
    [[nodiscard]] Instant now() const
    {
        return machine_now() + Duration{shift_.load(std::memory_order_relaxed)};
    }

    // By how much this clock is ahead of the machine's; negative when it is behind.
    void set_shift(Duration shift) { shift_.store(shift.count(), std::memory_order_relaxed); }
    [[nodiscard]] Duration shift() const
    {
        return Duration{shift_.load(std::memory_order_relaxed)};
    }

    [[nodiscard]] static Instant machine_now()
    {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    }

  private:
    std::atomic<std::int64_t> shift_{0};
};

}  // namespace tellfirst
