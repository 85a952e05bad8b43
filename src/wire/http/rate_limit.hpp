#pragma once
#include "kernel/instant.hpp"

#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tellfirst::http {

// A bucket of `burst` tokens that fills at `per_second`.
struct Rate {
    double per_second = 10;
    double burst = 30;
};

// One bucket for each key (an address, an account). Memory is bounded: beyond `most_keys` the
// bucket that was used longest ago is forgotten, which is the one that is most likely full again.
class RateLimit {
  public:
    explicit RateLimit(Rate rate, std::size_t most_keys = 10'000);

    // Takes one token. Zero where there was one; else how long it takes until there is one.
    [[nodiscard]] Duration take(std::string_view key, Instant now);

    [[nodiscard]] std::size_t keys() const { return buckets_.size(); }

  private:
    struct Bucket {
        std::string key;
        double tokens = 0;
        Instant filled_at;
    };

    [[nodiscard]] Bucket& bucket(std::string_view key, Instant now);

    Rate rate_;
    std::size_t most_keys_;
    std::list<Bucket> buckets_;  // the latest used first
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

}  // namespace tellfirst::http
