#include "status/uptime/rule.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

TEST_CASE("rule_of: each term of a plan weighs")
{
    accounts::PlanTerms terms;
    terms.weight_partial = 0.7;
    terms.weight_degraded = 0.1;
    terms.announced_maintenance_excluded = false;
    terms.notice_lead_hours = 72;
    terms.minimum_outage_seconds = 180;
    auto const rule = rule_of(terms);
    CHECK(rule.partial == share(0.7));
    CHECK(rule.degraded == share(0.1));
    CHECK_FALSE(rule.exclude_announced);
    CHECK(rule.notice == std::chrono::hours{72});
    CHECK(rule.minimum == std::chrono::minutes{3});
}

TEST_CASE("rule_of: what was not sold otherwise is 0.3 for partial and degraded, never nothing")
{
    auto const rule = rule_of({});
    CHECK(rule.partial == share(0.3));
    CHECK(rule.degraded == share(0.3));
    CHECK(rule.notice == std::chrono::hours{24});
}
