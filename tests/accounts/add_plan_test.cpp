#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

TEST_CASE("add_plan: a plan that has only a name gets a default for every term")
{
    support::World world;
    auto const plan = world.write([](Call& call) { return add_plan(call, plan_named("Basic")); });
    REQUIRE(plan);
    CHECK(plan->name == "Basic");
    CHECK(plan->since == world.now());
    CHECK(plan->version == 1);
    CHECK(static_cast<PlanTerms const&>(*plan) == PlanTerms{});
    CHECK(support::facts_told(world) == support::Told{{"PlanAdded", plan->id.text()}});
}

TEST_CASE("add_plan: a name is given once, in whatever case")
{
    support::World world;
    add_plan(world, plan_named("Pro"));
    auto const again = world.write([](Call& call) { return add_plan(call, plan_named("PRO")); });
    REQUIRE(again.has_error());
    CHECK(again.error().code == "plan.name_taken");
    CHECK(again.error().field == "name");
}

TEST_CASE("add_plan: its calendar has to exist")
{
    support::World world;
    auto wish = plan_named("Pro");
    wish.calendar = CalendarId{77};
    auto const plan = world.write([&](Call& call) { return add_plan(call, wish); });
    REQUIRE(plan.has_error());
    CHECK(plan.error().code == "calendar.not_found");
    CHECK(support::facts_told(world).empty());
}

TEST_CASE("add_plan: terms that make no sense are refused")
{
    support::World world;
    auto wish = plan_named("Pro");
    wish.availability = 101;
    auto const plan = world.write([&](Call& call) { return add_plan(call, wish); });
    REQUIRE(plan.has_error());
    CHECK(plan.error().field == "availability");
}
