#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

namespace {

Result<Promise> again(LedgerWorld& world, PromiseId id)
{
    return world.write([&](Call& call) { return reopen(call, id, "taken back"); });
}

}  // namespace

TEST_CASE("reopen: what was kept in time is open again, due when it was, and its timer runs")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(10min);
    REQUIRE(world.keep(promise.id));
    world.pass(20s);
    auto const open = again(world, promise.id);
    REQUIRE(open);
    CHECK(open->state == State::open);
    CHECK(open->due_at == promise.due_at);
    CHECK(open->first_due_at == promise.first_due_at);
    CHECK_FALSE(open->settled_at);
    CHECK(world.timer(promise.id) == promise.due_at);
    CHECK(world.states(promise.id) == "open kept open");
    CHECK(facts_told(world).back() == support::ToldFact{"PromiseReopened", promise.id.text()});
}

TEST_CASE("reopen: where it fell due meanwhile it becomes late at once")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(1h);
    REQUIRE(world.keep(promise.id));
    world.pass(20s);
    REQUIRE(again(world, promise.id));
    CHECK(world.timer(promise.id) == promise.due_at);
    world.fall_due(promise.id);
    CHECK(world.states(promise.id) == "open kept open late");
}

TEST_CASE("reopen: what was late stays late, and nobody is paged a second time")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(2h);
    world.fall_due(promise.id);
    REQUIRE(world.keep(promise.id));
    auto const open = again(world, promise.id);
    REQUIRE(open);
    CHECK(open->state == State::late);
    CHECK_FALSE(open->settled_at);
    CHECK_FALSE(world.timer(promise.id));
}

TEST_CASE("reopen: said twice it is the same answer; what was withdrawn stays so")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    REQUIRE(world.keep(promise.id));
    auto const first = again(world, promise.id);
    CHECK(again(world, promise.id)->version == first->version);
    REQUIRE(world.withdraw(promise.id));
    CHECK(again(world, promise.id).error().code == "promise.settled");
    CHECK(again(world, PromiseId{1}).error().code == "promise.not_found");
}
