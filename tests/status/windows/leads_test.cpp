#include "status/windows/leads.hpp"

#include "status/windows/series_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("Leads: the longest notice of whoever uses a service of a series, or its group")
{
    support::for_each_database([](support::World& world) {
        auto const site = group(world, "Website").id;
        auto const galleries = service_below(world, "Galleries", site).id;
        auto const uploads = service(world, "Uploads").id;
        auto const first = thursdays(world, galleries);
        auto const second = thursdays(world, uploads);
        auto const leads = [&] {
            return world.read([&](Call& call) {
                std::vector const both{first, second};
                Leads const all{call.tx, both};
                return std::pair{all.of(first), all.of(second)};
            });
        };
        CHECK(leads() == std::pair{0h, 0h});
        customer_with_lead(world, 24, "Plan24", std::vector{uploads});
        customer_with_lead(world, 12, "Plan12", std::vector{uploads});
        CHECK(leads() == std::pair{0h, 24h});
        customer_with_lead(world, 48, "Plan48", std::vector{site});
        CHECK(leads() == std::pair{48h, 24h});
    });
}

TEST_CASE("Leads: of whom nobody knows what he uses may use any of them")
{
    support::for_each_database([](support::World& world) {
        auto const added = thursdays(world, service(world, "Galleries").id);
        customer_with_lead(world, 72);
        customer_with_lead(world, 96, "Plan96", std::vector<ServiceId>{});
        world.read([&](Call& call) { CHECK(Leads{call.tx, {&added, 1}}.of(added) == 72h); });
    });
}

TEST_CASE("Leads: a hidden service is used by those who are known to use it, and by nobody else")
{
    support::for_each_database([](support::World& world) {
        auto const heron = world.write([](Call& call) {
            return add_service(call, {.name = "Heron", .is_public = false})->id;
        });
        auto const added = thursdays(world, heron);
        customer_with_lead(world, 72);
        customer_with_lead(world, 24, "Plan24", std::vector{heron});
        world.read([&](Call& call) { CHECK(Leads{call.tx, {&added, 1}}.of(added) == 24h); });
    });
}
