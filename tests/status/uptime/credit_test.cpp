#include "status/uptime/credit.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

std::vector<accounts::CreditTier> const tiers{
    {.below = 99.0, .percent = 25},
    {.below = 99.9, .percent = 10},
    {.below = 95.0, .percent = 100}};

Exact credit(int down_minutes, int of_minutes)
{
    return tier_credit(Exact{1 - Exact{down_minutes, of_minutes}}, tiers, 100);
}

}  // namespace

TEST_CASE("tier_credit: V5 and V6, a tier begins below its figure and not at it")
{
    CHECK(credit(43, 43'200) == 0);
    CHECK(credit(44, 43'200) == 10);
    CHECK(credit(60, 43'200) == 10);
    CHECK(credit(432, 43'200) == 10);
    CHECK(credit(433, 43'200) == 25);
    CHECK(credit(2160, 43'200) == 25);
    CHECK(credit(2161, 43'200) == 100);
    CHECK(credit(43'200, 43'200) == 100);
}

TEST_CASE("tier_credit: the cap holds")
{
    CHECK(tier_credit(Exact{1, 2}, tiers, 30) == 30);
}

TEST_CASE("tier_credit: without a measurement or a tier nothing is owed")
{
    CHECK(tier_credit(std::nullopt, tiers, 100) == 0);
    CHECK(tier_credit(Exact{1, 2}, {}, 100) == 0);
}

TEST_CASE("portion_credit: V16, a portion that was begun counts whole, up to the cap")
{
    Portions const rule{.percent = 5, .each = 30min, .cap_percent = 100};
    CHECK(portion_credit(0min, rule) == 0);
    CHECK(portion_credit(Duration{1}, rule) == 5);
    CHECK(portion_credit(30min, rule) == 5);
    CHECK(portion_credit(31min, rule) == 10);
    CHECK(portion_credit(601min, rule) == 100);
}

TEST_CASE("whole_minutes: V17, a minute that was not finished is none")
{
    CHECK(whole_minutes(59s) == 0min);
    CHECK(whole_minutes(119s) == 1min);
    CHECK(whole_minutes(120s) == 2min);
}
