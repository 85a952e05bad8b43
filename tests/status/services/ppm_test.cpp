#include "status/services/ppm.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst::status;

TEST_CASE("ppm_of: four decimals of a percentage are exact, more are rounded")
{
    CHECK(ppm_of(12.5) == Ppm{125'000});
    CHECK(ppm_of(0.0001) == Ppm{1});
    CHECK(percent_of(ppm_of(33.33335)) == 33.3334);
}

TEST_CASE("percent_of: what was kept is read as it was said")
{
    CHECK(rc::check([] {
        Ppm const share{*rc::gen::inRange<std::int64_t>(0, 1'000'001)};
        RC_ASSERT(ppm_of(percent_of(share)) == share);
    }));
}

TEST_CASE("can_fail_by: more than nothing and less than all, of what works in part")
{
    using enum ServiceState;
    CHECK(can_fail_by(degraded, 0.0001));
    CHECK(can_fail_by(partial, 99.9999));
    CHECK_FALSE(can_fail_by(major, 50));
    for (double const percent : {0.0, -1.0, 0.00001, 99.99999, 100.0, std::nan("")})
        CHECK_FALSE(can_fail_by(partial, percent));
}
