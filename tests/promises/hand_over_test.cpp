#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("hand_over_all: what is owed of a subject is owed by somebody else, and history says so")
{
    LedgerWorld world;
    auto const wish = [&](std::string about) {
        return Make{
            .text = "x",
            .owner = PersonId{5},
            .due_at = world.now() + 1h,
            .source = Source::next_word,
            .about = std::move(about)};
    };
    auto const owed = world.given(wish("inc_1"));
    auto const done = world.given(wish("inc_1"));
    auto const other = world.given(wish("inc_2"));
    REQUIRE(world.keep(done.id));
    world.write([](Call& call) { hand_over_all(call, "inc_1", PersonId{6}); });
    world.write([](Call& call) { hand_over_all(call, "inc_1", PersonId{6}); });
    world.read([&](Call& call) {
        CHECK(find(call.tx, owed.id)->owner == PersonId{6});
        CHECK(find(call.tx, owed.id)->version == 2);
        CHECK(history(call.tx, owed.id).back().reason == "handed over");
        CHECK(find(call.tx, done.id)->owner == PersonId{5});
        CHECK(find(call.tx, other.id)->owner == PersonId{5});
    });
}
