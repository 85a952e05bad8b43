#include "pages/pledges/uses.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

TEST_CASE("good_for: where looking costs nothing it is looked at each time")
{
    CHECK(good_for(0ns, 5ms) == 0ns);
    CHECK(good_for(4ms, 5ms) == 0ns);
}

TEST_CASE("good_for: a dear look is good for two hundred times its cost, and an hour at most")
{
    CHECK(good_for(200ms, 5ms) == 40s);
    CHECK(good_for(1min, 5ms) == 1h);
}

TEST_CASE("Uses: in a small house a customer who came is seen at the next look")
{
    support::World world;
    Uses uses{1h};  // so that even a slow machine finds that it costs nothing
    auto const galleries = status::samples::service(world, "Galleries").id;
    auto const plans = [&] {
        return world.read([&](Call& call) {
            auto const& all = uses.look(call.tx);
            return all.contains(galleries) ? all.at(galleries).size() : 0;
        });
    };
    CHECK(plans() == 0);
    status::samples::customer(world, "Ada", std::vector{galleries});
    CHECK(plans() == 1);
}
