#include "wire/http/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace tellfirst::http {

RateLimit::RateLimit(Rate rate, std::size_t most_keys) : rate_{rate}, most_keys_{most_keys} {}

Duration RateLimit::take(std::string_view key, Instant now)
{
    auto& found = bucket(key, now);
    // A clock that was set back fills nothing, and takes nothing away.
    auto const passed = std::max(Duration{0}, now - found.filled_at);
    auto const seconds = std::chrono::duration<double>{passed}.count();
    found.tokens = std::min(rate_.burst, found.tokens + seconds * rate_.per_second);
    found.filled_at = now;
    if (found.tokens >= 1) {
        found.tokens -= 1;
        return Duration{0};
    }
    std::chrono::duration<double> const wait{(1 - found.tokens) / rate_.per_second};
    return std::chrono::ceil<Duration>(wait);
}

RateLimit::Bucket& RateLimit::bucket(std::string_view key, Instant now)
{
    if (auto const found = by_key_.find(key); found != by_key_.end()) {
        buckets_.splice(buckets_.begin(), buckets_, found->second);
        return buckets_.front();
    }
    if (buckets_.size() >= most_keys_) {
        by_key_.erase(buckets_.back().key);
        buckets_.pop_back();
    }
    buckets_.push_front({.key = std::string{key}, .tokens = rate_.burst, .filled_at = now});
    by_key_.emplace(buckets_.front().key, buckets_.begin());
    return buckets_.front();
}

}  // namespace tellfirst::http
