#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("move: the due moment and the timer are new, the first one stays on record")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    auto const due = world.now() + 3h;
    auto const moved = world.move(promise.id, due);
    REQUIRE(moved);
    CHECK(moved->state == State::open);
    CHECK(moved->due_at == due);
    CHECK(moved->first_due_at == promise.due_at);
    CHECK(world.timer(promise.id) == due);
    CHECK(facts_told(world).back() == support::ToldFact{"PromiseMoved", promise.id.text()});
    auto const lines = world.read([&](Call& call) { return history(call.tx, promise.id); });
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].due_at == promise.due_at);
    CHECK(lines[1].due_at == due);
    CHECK(lines[1].reason == "it rains");
    CHECK(lines[1].actor == "system");
}

TEST_CASE("move: a promise that had no date gets its first")
{
    LedgerWorld world;
    auto const promise = world.given({.text = "An export", .no_date = NoDate::legal});
    auto const due = world.now() + 1h;
    auto const moved = world.move(promise.id, due);
    REQUIRE(moved);
    CHECK(moved->first_due_at == due);
    CHECK_FALSE(moved->no_date);
    CHECK(world.timer(promise.id) == due);
}

TEST_CASE("move: what is late stays late, also where no timer saw it")
{
    LedgerWorld world;
    auto const seen = world.given_in(1h);
    auto const unseen = world.given_in(1h);
    world.pass(2h);
    world.fall_due(seen.id);
    for (auto const id : {seen.id, unseen.id}) {
        auto const moved = world.move(id, world.now() + 1h);
        REQUIRE(moved);
        CHECK(moved->state == State::late);
        CHECK(world.states(id) == "open late late");
        CHECK(world.keep(id)->state == State::late);
    }
}

TEST_CASE("move: to the same moment nothing changes")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    auto const same = world.move(promise.id, *promise.due_at);
    REQUIRE(same);
    CHECK(same->version == promise.version);
    CHECK(world.states(promise.id) == "open");
}

TEST_CASE("move: the past, the settled and the unknown are refused")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    auto const past = world.move(promise.id, world.now() - 1us);
    REQUIRE(world.keep(promise.id));
    auto const settled = world.move(promise.id, world.now() + 2h);
    auto const missing = world.move(PromiseId{1}, world.now() + 2h);
    REQUIRE(past.has_error());
    REQUIRE(settled.has_error());
    REQUIRE(missing.has_error());
    CHECK(past.error().code == "promise.in_the_past");
    CHECK(settled.error().code == "promise.settled");
    CHECK(missing.error().code == "promise.not_found");
}
