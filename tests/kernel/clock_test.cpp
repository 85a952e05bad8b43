#include "kernel/clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;

TEST_CASE("clock: it goes with the machine until it is moved")
{
    Clock clock;
    auto const before = Clock::machine_now();
    auto const now = clock.now();
    CHECK(now >= before);
    CHECK(now <= Clock::machine_now());
}

TEST_CASE("clock: it keeps its distance from the machine, ahead or behind")
{
    Clock clock;
    for (Duration const shift : {Duration{48h}, Duration{-3h}}) {
        clock.set_shift(shift);
        CHECK(clock.shift() == shift);
        auto const before = Clock::machine_now();
        CHECK(clock.now() >= before + shift);
        CHECK(clock.now() <= Clock::machine_now() + shift);
    }
}
