#pragma once
// How fast mail may leave to those who take it. Pure: now is an argument.
#include <chrono>
#include <cstddef>

namespace tellfirst::smtp {

// A token bucket that holds what may leave in a second, and whose rate follows what it is told:
// each "not so fast" halves it, and when all goes well for a while it doubles again, until it is
// where it was.
class Pace {
  public:
    using Clock = std::chrono::steady_clock;
    using TimePoint = Clock::time_point;

    // However often somebody asks for less, so much he gets: each mail must be tried some time.
    static constexpr double slowest = 1.0;  // a second
    // So long must a rate have been borne before a faster one is tried.
    static constexpr std::chrono::seconds step_after{15};

    // `most` leave in a second; 0: as many as will.
    explicit Pace(double most = 0);

    // May one more leave? If so, it counts as left.
    [[nodiscard]] bool take(TimePoint now);

    // When one that may not leave now should be tried again. Each gets a moment of its own: they
    // must not come back all at once.
    [[nodiscard]] TimePoint next_turn(TimePoint now);

    // The answer to what left at `left_at`. One that was on its way before the last change says
    // nothing about the rate that holds since; so many answers at once halve the rate once.
    void slow_down(TimePoint left_at, TimePoint now);
    void went_well(TimePoint left_at, TimePoint now);

    [[nodiscard]] double rate() const { return rate_; }  // a second; infinity: no limit
    [[nodiscard]] bool is_slowed() const { return rate_ < most_; }

  private:
    [[nodiscard]] double capacity() const;
    void refill(TimePoint now);
    void count(TimePoint now);
    void set_rate(double rate, TimePoint now);

    double most_;
    double rate_;
    double tokens_;
    TimePoint filled_at_;
    TimePoint changed_at_;
    TimePoint next_turn_;
    // How much has left lately: what somebody who has no limit is slowed down from.
    TimePoint second_began_;
    std::size_t in_this_second_ = 0;
    std::size_t in_last_second_ = 0;
};

}  // namespace tellfirst::smtp
