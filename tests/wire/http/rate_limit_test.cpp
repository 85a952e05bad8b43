#include "wire/http/rate_limit.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::hours{12}};

}  // namespace

TEST_CASE("RateLimit: gives a burst, then as much as flows in")
{
    RateLimit limit{{.per_second = 2, .burst = 3}};
    for (int i = 0; i < 3; ++i)
        CHECK(limit.take("a", noon) == 0s);
    CHECK(limit.take("a", noon) == 500ms);
    CHECK(limit.take("a", noon + 250ms) == 250ms);
    CHECK(limit.take("a", noon + 500ms) == 0s);
    CHECK(limit.take("a", noon + 500ms) == 500ms);
}

TEST_CASE("RateLimit: a bucket never holds more than its burst")
{
    RateLimit limit{{.per_second = 10, .burst = 1}};
    CHECK(limit.take("a", noon) == 0s);
    CHECK(limit.take("a", noon + 24h) == 0s);
    CHECK(limit.take("a", noon + 24h) > 0s);
}

TEST_CASE("RateLimit: each key has its own bucket")
{
    RateLimit limit{{.per_second = 1, .burst = 1}};
    CHECK(limit.take("a", noon) == 0s);
    CHECK(limit.take("b", noon) == 0s);
    CHECK(limit.take("a", noon) > 0s);
}

TEST_CASE("RateLimit: a clock that is set back fills nothing")
{
    RateLimit limit{{.per_second = 1, .burst = 1}};
    CHECK(limit.take("a", noon) == 0s);
    CHECK(limit.take("a", noon - 1h) > 0s);
    CHECK(limit.take("a", noon - 1h + 1s) == 0s);
}

TEST_CASE("RateLimit: beyond its most keys the one used longest ago is forgotten")
{
    RateLimit limit{{.per_second = 1, .burst = 1}, 2};
    CHECK(limit.take("a", noon) == 0s);
    CHECK(limit.take("b", noon) == 0s);
    CHECK(limit.take("a", noon) > 0s);  // used again, so b is the older one
    CHECK(limit.take("c", noon) == 0s);
    CHECK(limit.keys() == 2);
    CHECK(limit.take("a", noon) > 0s);
    CHECK(limit.take("b", noon) == 0s);
}
