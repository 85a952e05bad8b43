#include "pages/views/view_store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("store: views of an incident add up, each incident by itself")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            store::add_views(call.tx, {{IncidentId{1}, 2}, {IncidentId{2}, 5}});
            store::add_views(call.tx, {{IncidentId{1}, 40}});
            CHECK(store::views_of(call.tx, IncidentId{1}) == 42);
            CHECK(store::views_of(call.tx, IncidentId{2}) == 5);
            CHECK(store::views_of(call.tx, IncidentId{3}) == 0);
        });
    });
}
