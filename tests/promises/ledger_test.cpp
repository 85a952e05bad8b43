#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("ledger: what was promised is found by itself, by its subject and by its state")
{
    LedgerWorld world;
    auto const one = world.given({.text = "x", .due_at = world.now() + 1h, .about = "inc_1"});
    auto const two = world.given({.text = "y", .no_date = NoDate::other, .about = "inc_1"});
    REQUIRE(world.keep(one.id));
    world.read([&](Call& call) {
        CHECK(find(call.tx, one.id)->text == "x");
        CHECK(about(call.tx, "inc_1").size() == 2);
        auto const open = ledger(call.tx, State::open, std::nullopt, 10);
        REQUIRE(open.size() == 1);
        CHECK(open[0].id == two.id);
    });
}
