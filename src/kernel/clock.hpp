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
        auto const stopped = stopped_at_.load(std::memory_order_relaxed);
        if (stopped != running)
            return from_micros(stopped);
        return machine_now() + Duration{shift_.load(std::memory_order_relaxed)};
    }

    // By how much this clock is ahead of the machine's; negative when it is behind.
    void set_shift(Duration shift) { shift_.store(shift.count(), std::memory_order_relaxed); }
    [[nodiscard]] Duration shift() const
    {
        return Duration{shift_.load(std::memory_order_relaxed)};
    }

    // Stands still at this moment from now on (unit tests want exact times).
    void stop_at(Instant at) { stopped_at_.store(to_micros(at), std::memory_order_relaxed); }

    [[nodiscard]] static Instant machine_now()
    {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    }

  private:
    static constexpr std::int64_t running = -1;

    std::atomic<std::int64_t> shift_{0};
    std::atomic<std::int64_t> stopped_at_{running};
};

}  // namespace tellfirst
