#include "notify/fanout/pace.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace std::chrono_literals;

namespace {

constexpr Instant begun = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4};

}  // namespace

TEST_CASE("pace_of: a rate is that of the last ten seconds, and says how long the rest takes")
{
    auto const pace = pace_of({.since = begun, .recent = 500, .waiting = 1010}, begun + 1h);
    CHECK(pace == Pace{.per_second = 50, .seconds_left = 21});
}

TEST_CASE("pace_of: in the first seconds only those count that there were")
{
    CHECK(pace_of({.since = begun, .recent = 90, .waiting = 30}, begun + 3s).per_second == 30);
    CHECK(pace_of({.since = begun, .recent = 90, .waiting = 30}, begun + 1ms).per_second == 90);
}

TEST_CASE("pace_of: while nothing moves, nobody knows how long it takes")
{
    auto const pace = pace_of({.since = begun, .recent = 0, .waiting = 7}, begun + 1h);
    CHECK(pace == Pace{.per_second = 0, .seconds_left = std::nullopt});
}
