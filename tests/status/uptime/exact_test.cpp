#include "status/uptime/exact.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

TEST_CASE("decimal: a double is the decimal that was written")
{
    CHECK(decimal(0.3) == Exact{3, 10});
    CHECK(decimal(99.9) == Exact{999, 10});
    CHECK(decimal(-12.5) == Exact{-25, 2});
    CHECK(decimal(0) == 0);
    CHECK(decimal(1e21) == Exact{"1000000000000000000000"});
    CHECK(decimal(2.5e-7) == Exact{25, 100'000'000});
}

TEST_CASE("decimal: what is no number is a bug")
{
    CHECK_THROWS((void)decimal(std::numeric_limits<double>::infinity()));
    CHECK_THROWS((void)decimal(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("share: from nothing to all, and nothing else")
{
    CHECK(share(0) == nothing_lost);
    CHECK(share(1) == all_lost);
    CHECK(exact(share(0.3).value()) == Exact{3, 10});
    CHECK_FALSE(share(-0.1));
    CHECK_FALSE(share(1.1));
    CHECK_FALSE(share(1e-19));
    CHECK_FALSE(share(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("share_of_percent: 12.3 % is 0.123, which no division of doubles says")
{
    CHECK(exact(share_of_percent(12.3).value()) == Exact{123, 1000});
    CHECK(share_of_percent(100) == all_lost);
    CHECK_FALSE(share_of_percent(100.1));
}

TEST_CASE("cut: digits are cut and never rounded up")
{
    CHECK(cut(Exact{200, 3}, 0) == "66");
    CHECK(cut(Exact{"99899193/1000000"}, 2) == "99.89");
    CHECK(cut(Exact{999, 10}, 2) == "99.90");
    CHECK(cut(Exact{1, 1000}, 2) == "0.00");
    CHECK(cut(Exact{5, 100}, 2) == "0.05");
    CHECK(cut(100, 3) == "100.000");
}

TEST_CASE("digits: all of them, and no more")
{
    CHECK(digits(2592) == "2592");
    CHECK(digits(Exact{432, 10}) == "43.2");
    CHECK(digits(exact(Share{1})) == "0.000000000000000001");
    CHECK_THROWS((void)digits(Exact{1, 3}));
}

TEST_CASE("seconds: a microsecond is kept")
{
    CHECK(digits(seconds(Duration{1'500'001})) == "1.500001");
}

TEST_CASE("fraction: reduced")
{
    CHECK(fraction(Exact{99, 100}) == "99/100");
    CHECK(fraction(Exact{50, 100}) == "1/2");
    CHECK(fraction(1) == "1/1");
}
