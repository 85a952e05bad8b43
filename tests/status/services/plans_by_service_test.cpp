#include "status/samples.hpp"
#include "status/told/told.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

using Names = std::set<std::string>;

Names plans_of(support::World& world, ServiceId service)
{
    return world.read([&](Call& call) {
        Names names;
        auto all = plans_by_service(call.tx);
        for (auto const plan : all[service])
            names.insert(accounts::find_plan(call.tx, plan)->name);
        return names;
    });
}

}  // namespace

TEST_CASE("plans_by_service: who uses a group uses what stands in it, and not the other way round")
{
    support::for_each_database([](support::World& world) {
        auto const pictures = world.write([](Call& call) {
            return add_service(call, {.name = "Pictures", .is_group = true}).value().id;
        });
        auto const galleries = world.write([&](Call& call) {
            return add_service(call, {.name = "Galleries", .parent = pictures}).value().id;
        });
        samples::customer(world, "Ada", std::vector{pictures});
        samples::customer(world, "Bob", std::vector{galleries});
        CHECK(plans_of(world, pictures) == Names{"Plan of Ada"});
        CHECK(plans_of(world, galleries) == Names{"Plan of Ada", "Plan of Bob"});
    });
}

TEST_CASE(
    "plans_by_service: a hidden one is used on the plans of those alone who are known to use it")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        samples::customer(world, "Ada", std::vector{galleries});
        samples::customer(world, "Eve");
        CHECK(plans_of(world, galleries) == Names{"Plan of Ada", "Plan of Eve"});
        world.write([](Call& call) { call.tx.run("UPDATE status_services SET is_public = 0"); });
        CHECK(plans_of(world, galleries) == Names{"Plan of Ada"});
    });
}

TEST_CASE("plans_by_service: a plan's rule counts where somebody is on it")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        auto const uploads = samples::service(world, "Uploads").id;
        samples::customer(world, "Ada", std::vector{uploads});
        world.write([&](Call& call) {
            auto const rule = [&](PlanId plan) {
                (void)accounts::change_exposure_of_plan(call, plan, {galleries}).value();
            };
            rule(accounts::find_plan_named(call.tx, "Plan of Ada")->id);
            accounts::NewPlan nobody;
            nobody.name = "Nobody's";
            rule(accounts::add_plan(call, nobody).value().id);
        });
        CHECK(plans_of(world, galleries) == Names{"Plan of Ada"});
        CHECK(plans_of(world, uploads) == Names{"Plan of Ada"});
    });
}
