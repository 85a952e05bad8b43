#include "wire/smtp/pace.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <vector>

namespace tellfirst::smtp {
namespace {

using namespace std::chrono_literals;

constexpr Pace::TimePoint start{1h};

int takes(Pace& pace, Pace::TimePoint now, int wanted)
{
    int taken = 0;
    for (; taken < wanted && pace.take(now); ++taken) {
    }
    return taken;
}

TEST_CASE("Pace without a limit lets everything leave")
{
    Pace pace;
    CHECK(takes(pace, start, 100'000) == 100'000);
    CHECK_FALSE(pace.is_slowed());
}

TEST_CASE("Pace lets so many leave as fit into a second, and then one at a time")
{
    Pace pace{10};
    CHECK(takes(pace, start, 100) == 10);
    CHECK(takes(pace, start + 100ms, 100) == 1);
    CHECK(takes(pace, start + 500ms, 100) == 4);
    CHECK(takes(pace, start + 1h, 100) == 10);
}

TEST_CASE("Pace halves at each answer that asks for less, but never stops")
{
    Pace pace{8};
    std::vector<double> rates;
    for (auto now = start; now < start + 5s; now += 1s) {
        pace.slow_down(now, now);
        rates.push_back(pace.rate());
    }
    // Nothing has left: so nothing less can be asked for than the slowest.
    CHECK(rates == std::vector<double>(5, Pace::slowest));

    Pace busy{8};
    takes(busy, start, 8);
    busy.slow_down(start, start + 1ms);
    CHECK(busy.rate() == 4);
    busy.slow_down(start, start + 2ms);
    CHECK(busy.rate() == 4);  // it had left before
    busy.slow_down(start + 2ms, start + 3ms);
    CHECK(busy.rate() == 2);
    CHECK(busy.is_slowed());
}

TEST_CASE("Pace without a limit is slowed down to half of what left lately")
{
    Pace pace;
    takes(pace, start, 100);
    pace.slow_down(start, start + 10ms);
    CHECK(pace.rate() == 50);
    CHECK(takes(pace, start + 10ms, 100) == 1);
    CHECK(takes(pace, start + 1010ms, 100) == 50);
}

TEST_CASE("Pace doubles after each step in which all went well, until it is where it was")
{
    Pace pace;
    takes(pace, start, 100);
    pace.slow_down(start, start);
    auto now = start;
    pace.went_well(now, now + Pace::step_after - 1s);
    CHECK(pace.rate() == 50);
    pace.went_well(start - 1s, now + Pace::step_after);
    CHECK(pace.rate() == 50);  // an answer to the old rate
    for (double const rate : {100.0, 200.0, 400.0, 800.0, 1600.0, 3200.0, 6400.0}) {
        now += Pace::step_after;
        pace.went_well(now, now);
        CHECK(pace.rate() == rate);
    }
    now += Pace::step_after;
    pace.went_well(now, now);
    CHECK(std::isinf(pace.rate()));
    CHECK_FALSE(pace.is_slowed());
    CHECK(takes(pace, now, 1000) == 1000);
}

TEST_CASE("Pace gives each that must wait a turn of its own, at its rate")
{
    Pace pace{2};
    takes(pace, start, 2);
    CHECK(pace.next_turn(start) == start + 500ms);
    CHECK(pace.next_turn(start) == start + 1s);
    CHECK(pace.next_turn(start + 10s) == start + 10s + 500ms);
}

TEST_CASE("Pace never lets more leave than its bucket and its rate allow, and keeps to its bounds")
{
    rc::check([] {
        auto const most = *rc::gen::inRange(1, 200);
        Pace pace{static_cast<double>(most)};
        auto now = start;
        double allowed = most;  // one bucket, and what each span brings at the rate of its end
        int left = 0;
        for (int step = 0; step < 50; ++step) {
            auto const pause = std::chrono::milliseconds{*rc::gen::inRange(0, 20'000)};
            now += pause;
            allowed += std::chrono::duration<double>{pause}.count() * pace.rate();
            left += takes(pace, now, *rc::gen::inRange(0, 300));
            RC_ASSERT(left <= allowed + 0.001);
            if (*rc::gen::inRange(0, 3) == 0)
                pace.slow_down(now - std::chrono::milliseconds{*rc::gen::inRange(0, 100)}, now);
            else
                pace.went_well(now, now);
            RC_ASSERT(pace.rate() >= Pace::slowest);
            RC_ASSERT(pace.rate() <= most);
        }
        for (int step = 0; step < 10; ++step) {
            now += Pace::step_after;
            pace.went_well(now, now);
        }
        RC_ASSERT(pace.rate() == most);
    });
}

}  // namespace
}  // namespace tellfirst::smtp
