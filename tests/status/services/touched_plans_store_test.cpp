#include "status/services/touched_plans_store.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::status;

TEST_CASE(
    "plans_touched: a hidden service touches the plans of those alone who are known to use it")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        samples::customer(world, "Ada", std::vector{galleries});
        samples::customer(world, "Eve");
        world.write([&](Call& call) {
            auto const names = [&] {
                std::set<std::string> names;
                for (auto const& touched :
                     store::plans_touched(call.tx, "SELECT id AS service FROM status_services", {}))
                    names.insert(accounts::find_plan(call.tx, touched.plan)->name);
                return names;
            };
            using Names = std::set<std::string>;
            CHECK(names() == Names{"Plan of Ada", "Plan of Eve"});
            call.tx.run("UPDATE status_services SET is_public = 0");
            CHECK(names() == Names{"Plan of Ada"});
        });
    });
}
