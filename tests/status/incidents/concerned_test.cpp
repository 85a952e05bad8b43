#include "status/incidents/concerned.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

notify::Proof proof(support::World& world, Incident const& incident)
{
    return world.read([&](Call& call) { return proof_of(call, incident); });
}

}  // namespace

TEST_CASE("proof_of: of what stood on the page alone, whom it concerns was not told (R-12)")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = samples::service(world, "Galleries").id;
        samples::customer(world, "Ada", std::vector{galleries});
        samples::customer(world, "Bob");
        samples::customer(world, "Cyd", std::vector<ServiceId>{});
        auto wish = samples::outage_of(world, galleries);
        wish.notify = false;
        auto const silent = samples::publish(world, wish).value();
        CHECK(proof(world, silent).exposed == 2);
        CHECK(proof(world, silent).told == 0);
        CHECK(proof(world, silent).not_told == 2);

        auto const said = samples::publish(world, samples::outage_of(world, galleries)).value();
        CHECK(proof(world, said).exposed == 2);
        CHECK(proof(world, said).on_the_way == 2);
    });
}
