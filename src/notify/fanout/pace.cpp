#include "notify/fanout/pace.hpp"

#include <algorithm>
#include <cmath>

namespace tellfirst::notify {

Pace pace_of(Recent const& leaving, Instant now)
{
    using namespace std::chrono_literals;
    auto const over = std::clamp<Duration>(now - leaving.since, 1s, pace_window);
    Pace pace{
        .per_second =
            static_cast<double>(leaving.recent) / std::chrono::duration<double>{over}.count()};
    if (pace.per_second > 0)
        pace.seconds_left = static_cast<std::int64_t>(
            std::ceil(static_cast<double>(leaving.waiting) / pace.per_second));
    return pace;
}

}  // namespace tellfirst::notify
