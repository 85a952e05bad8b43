#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

TEST_CASE("plan_uses: what somebody on a plan uses, and that of somebody nobody knows what he uses")
{
    support::for_each_database([](support::World& world) {
        auto const pro = add_plan(world);
        auto const free = add_plan(world, plan_named("Free"));
        auto const empty = add_plan(world, plan_named("Empty"));
        add_account(world, {.name = "Ada", .plan = pro, .services = {{galleries, uploads}}});
        add_account(world, {.name = "Bob", .plan = pro, .services = {{galleries}}});
        add_account(world, {.name = "Eve", .plan = free});
        world.write(
            [&](Call& call) { (void)change_exposure_of_plan(call, empty, {statistics}).value(); });
        auto uses = world.read([](Call& call) { return plan_uses(call.tx); });
        std::ranges::sort(uses);
        CHECK(uses == std::vector<PlanUse>{{pro, galleries}, {pro, uploads}, {free, std::nullopt}});
    });
}

TEST_CASE("plan_uses: a rule says what all on the plan use; what was used once counts no more")
{
    support::for_each_database([](support::World& world) {
        auto const pro = add_plan(world);
        auto const ada = add_account(world, {.name = "Ada", .plan = pro}).id;
        world.write([&](Call& call) {
            (void)change_exposure_of_plan(call, pro, {statistics}).value();
            (void)change_exposure(call, ada, std::vector{uploads}).value();
            (void)change_exposure(call, ada, std::vector{galleries}).value();
        });
        auto uses = world.read([](Call& call) { return plan_uses(call.tx); });
        std::ranges::sort(uses);
        CHECK(uses == std::vector<PlanUse>{{pro, galleries}, {pro, statistics}});
    });
}
