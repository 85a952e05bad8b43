#include "jobs/backoff.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;

TEST_CASE("wait_after: doubles from a second and never exceeds half an hour")
{
    CHECK(jobs::wait_after(1) == 1s);
    CHECK(jobs::wait_after(2) == 2s);
    CHECK(jobs::wait_after(5) == 16s);
    CHECK(jobs::wait_after(11) == 1024s);
    CHECK(jobs::wait_after(12) == 30min);
    CHECK(jobs::wait_after(1'000'000) == 30min);
}

TEST_CASE("is_worth_retrying: a rule's no stays a no, a broken machine may heal")
{
    CHECK_FALSE(jobs::is_worth_retrying(Refusal::invalid));
    CHECK_FALSE(jobs::is_worth_retrying(Refusal::not_found));
    CHECK_FALSE(jobs::is_worth_retrying(Refusal::forbidden));
    CHECK(jobs::is_worth_retrying(Refusal::internal));
    CHECK(jobs::is_worth_retrying(Refusal::unavailable));
}
