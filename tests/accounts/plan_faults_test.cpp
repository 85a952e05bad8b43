#include "accounts/faults.hpp"
#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

std::string fault_of(std::function<void(NewPlan&)> const& change)
{
    auto plan = plan_named("Pro");
    change(plan);
    auto const faults = faults_in(plan);
    CHECK(faults.size() <= 1);
    return faults.empty() ? "" : faults.front().field + " " + faults.front().code;
}

}  // namespace

TEST_CASE("faults: a plan with nothing but a name has none")
{
    CHECK(fault_of([](NewPlan&) {}) == "");
    CHECK(fault_of([](NewPlan& plan) { plan.name = ""; }) == "name plan.needs_name");
}

TEST_CASE("faults: each term of a plan has its range, whose ends are inside")
{
    auto const out = [](std::string const& field) { return field + " plan.out_of_range"; };
    CHECK(fault_of([](auto& p) { p.availability = 100; }) == "");
    CHECK(fault_of([](auto& p) { p.availability = 0; }) == "");
    CHECK(fault_of([](auto& p) { p.availability = 100.01; }) == out("availability"));
    CHECK(fault_of([](auto& p) { p.availability = -0.01; }) == out("availability"));
    CHECK(fault_of([](auto& p) { p.first_reply_minutes = 1; }) == "");
    CHECK(fault_of([](auto& p) { p.first_reply_minutes = 0; }) == out("first_reply_minutes"));
    CHECK(fault_of([](auto& p) { p.first_reply_minutes = std::nullopt; }) == "");
    CHECK(fault_of([](auto& p) { p.next_reply_minutes = -5; }) == out("next_reply_minutes"));
    CHECK(fault_of([](auto& p) { p.resolve_minutes = 6'000'000; }) == out("resolve_minutes"));
    CHECK(fault_of([](auto& p) { p.notice_lead_hours = -1; }) == out("notice_lead_hours"));
    CHECK(fault_of([](auto& p) { p.first_word_minutes = 0; }) == out("first_word_minutes"));
    CHECK(fault_of([](auto& p) { p.tickets_a_month = 0; }) == "");
    CHECK(fault_of([](auto& p) { p.tickets_a_month = -1; }) == out("tickets_a_month"));
    CHECK(fault_of([](auto& p) { p.reopen_days = -1; }) == out("reopen_days"));
    CHECK(fault_of([](auto& p) { p.weight_degraded = 1.1; }) == out("weight_degraded"));
    CHECK(fault_of([](auto& p) { p.weight_partial = -0.1; }) == out("weight_partial"));
    CHECK(fault_of([](auto& p) { p.minimum_outage_seconds = 86'400; }) == "");
    CHECK(fault_of([](auto& p) {
              p.minimum_outage_seconds = 86'401;
          }) == out("minimum_outage_seconds"));
    CHECK(fault_of([](auto& p) { p.credit_cap = 101; }) == out("credit_cap"));
    CHECK(fault_of([](auto& p) { p.price.minor = -1; }) == out("price.minor"));
    CHECK(fault_of([](auto& p) {
              p.credit_tiers = {{99, 10}, {98, 120}};
          }) == out("credit_tiers[1].percent"));
    CHECK(fault_of([](auto& p) { p.credit_tiers.resize(20); }) == "");
    CHECK(fault_of([](auto& p) { p.credit_tiers.resize(21); }) == out("credit_tiers"));
}

TEST_CASE("faults: a plan is billed by month or year, in a currency of three capitals")
{
    CHECK(fault_of([](auto& p) { p.billed = "year"; }) == "");
    CHECK(fault_of([](auto& p) { p.billed = "week"; }) == "billed plan.bad_billing");
    CHECK(
        fault_of([](auto& p) { p.price.currency = "eur"; }) == "price.currency plan.bad_currency");
    CHECK(
        fault_of([](auto& p) { p.price.currency = "EURO"; }) == "price.currency plan.bad_currency");
}
