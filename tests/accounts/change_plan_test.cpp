#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Result<Plan> change(
    support::World& world, PlanId id, NewPlan const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return change_plan(call, id, wish, version); });
}

}  // namespace

TEST_CASE("change_plan: new terms hold from now on")
{
    support::World world;
    auto const id = add_plan(world);
    auto const before = world.now();
    world.pass(std::chrono::hours{1});
    auto wish = plan_named("Pro+");
    wish.resolve_minutes = 600;
    auto const plan = change(world, id, wish, 1);
    REQUIRE(plan);
    CHECK(plan->version == 2);
    CHECK(plan->since == world.now());
    world.read([&](Call& call) {
        CHECK(find_plan(call.tx, id)->name == "Pro+");
        CHECK_FALSE(terms_at(call.tx, id, before)->resolve_minutes);
        CHECK(terms_at(call.tx, id, world.now())->resolve_minutes == 600);
    });
    CHECK(kinds_told(world, 1) == Kinds{"PlanChanged"});
}

TEST_CASE("change_plan: a version that was seen too long ago changes nothing")
{
    support::World world;
    auto const id = add_plan(world);
    REQUIRE(change(world, id, plan_named("Pro"), 1));
    auto const plan = change(world, id, plan_named("Late"), 1);
    REQUIRE(plan.has_error());
    CHECK(plan.error().kind == Refusal::stale);
    CHECK(plan.error().code == "http.stale");
    CHECK(world.read([&](Call& call) { return find_plan(call.tx, id); })->name == "Pro");
}

TEST_CASE("change_plan: a plan keeps its own name and cannot take another's")
{
    support::World world;
    auto const id = add_plan(world, plan_named("Pro"));
    add_plan(world, plan_named("Basic"));
    CHECK(change(world, id, plan_named("pro")));
    auto const plan = change(world, id, plan_named("basic"));
    REQUIRE(plan.has_error());
    CHECK(plan.error().code == "plan.name_taken");
}

TEST_CASE("change_plan: a plan that is not there is not found")
{
    support::World world;
    auto const plan = change(world, PlanId{99}, plan_named("Pro"));
    REQUIRE(plan.has_error());
    CHECK(plan.error().code == "plan.not_found");
    CHECK(plan.error().kind == Refusal::not_found);
}

TEST_CASE("change_plan: terms that make no sense, or name no calendar, are refused")
{
    support::World world;
    auto const id = add_plan(world);
    auto wish = plan_named("Pro");
    wish.reopen_days = -1;
    CHECK(change(world, id, wish).error().code == "plan.out_of_range");
    wish = plan_named("Pro");
    wish.calendar = CalendarId{77};
    CHECK(change(world, id, wish).error().code == "calendar.not_found");
    CHECK(kinds_told(world) == Kinds{"PlanAdded"});
}
