#include "tickets/loop_guard.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace tellfirst;
using namespace tellfirst::tickets;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 10h;

std::vector<Instant> every(Duration step, int count)
{
    std::vector<Instant> moments;
    for (int i = 0; i < count; ++i)
        moments.push_back(now - step * (i + 1));
    return moments;
}

}  // namespace

TEST_CASE("may_answer: ten in ten minutes, fifteen in thirty, twenty-five in sixty, fifty in 180")
{
    CHECK(may_answer({}, now));
    CHECK(may_answer(every(30s, 9), now));
    CHECK_FALSE(may_answer(every(30s, 10), now));
    CHECK(may_answer(every(119s, 14), now));
    CHECK_FALSE(may_answer(every(119s, 15), now));
    CHECK(may_answer(every(143s, 24), now));
    CHECK_FALSE(may_answer(every(140s, 25), now));
    CHECK(may_answer(every(215s, 49), now));
    CHECK(may_answer(every(11min, 16), now));
}

TEST_CASE("may_answer: what is older than three hours counts no more")
{
    std::vector<Instant> const old(100, now - 181min);
    CHECK(may_answer(old, now));
}

TEST_CASE("may_answer_stranger: one an hour")
{
    CHECK(may_answer_stranger({}, now));
    CHECK_FALSE(may_answer_stranger(std::vector{now - 59min}, now));
    CHECK(may_answer_stranger(std::vector{now - 60min}, now));
}
