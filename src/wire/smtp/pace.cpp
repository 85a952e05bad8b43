#include "wire/smtp/pace.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tellfirst::smtp {
namespace {

using namespace std::chrono_literals;

// One without a limit has none again from here on: nothing of ours is faster.
constexpr double as_fast_as_any = 10'000;

double seconds(Pace::Clock::duration span)
{
    return std::chrono::duration<double>{span}.count();
}

Pace::Clock::duration span(double seconds)
{
    return std::chrono::duration_cast<Pace::Clock::duration>(
        std::chrono::duration<double>{seconds});
}

}  // namespace

Pace::Pace(double most)
    : most_{most > 0 ? most : std::numeric_limits<double>::infinity()},
      rate_{most_},
      tokens_{capacity()}
{
}

double Pace::capacity() const
{
    return std::max(rate_, 1.0);
}

void Pace::refill(TimePoint now)
{
    if (now > filled_at_)
        tokens_ = std::min(capacity(), tokens_ + rate_ * seconds(now - filled_at_));
    filled_at_ = std::max(filled_at_, now);
}

void Pace::count(TimePoint now)
{
    if (now - second_began_ >= 1s) {
        in_last_second_ = now - second_began_ < 2s ? in_this_second_ : 0;
        in_this_second_ = 0;
        second_began_ = now;
    }
    ++in_this_second_;
}

bool Pace::take(TimePoint now)
{
    refill(now);
    if (tokens_ < 1 && !std::isinf(rate_))
        return false;
    tokens_ -= 1;
    count(now);
    return true;
}

Pace::TimePoint Pace::next_turn(TimePoint now)
{
    next_turn_ = std::max(next_turn_, now) + span(1 / rate_);
    return next_turn_;
}

void Pace::slow_down(TimePoint left_at, TimePoint now)
{
    if (left_at < changed_at_)
        return;
    auto const lately = static_cast<double>(std::max(in_this_second_, in_last_second_));
    set_rate(std::max(std::min(rate_, lately) / 2, slowest), now);
}

void Pace::went_well(TimePoint left_at, TimePoint now)
{
    if (!is_slowed() || left_at < changed_at_ || now - changed_at_ < step_after)
        return;
    auto const faster = std::min(2 * rate_, most_);
    set_rate(faster < as_fast_as_any ? faster : most_, now);
}

void Pace::set_rate(double rate, TimePoint now)
{
    refill(now);
    rate_ = rate;
    // From no limit to one: what was saved up without measure is gone, but for one.
    tokens_ = std::min(tokens_, 1.0);
    changed_at_ = now;
    next_turn_ = now;
}

}  // namespace tellfirst::smtp
