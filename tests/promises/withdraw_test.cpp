#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("withdraw: in time it is withdrawn, with the reason, and its timer is gone")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    auto const gone = world.withdraw(promise.id);
    REQUIRE(gone);
    CHECK(gone->state == State::withdrawn);
    CHECK(gone->settled_at == world.now());
    CHECK_FALSE(world.timer(promise.id));
    auto const lines = world.read([&](Call& call) { return history(call.tx, promise.id); });
    CHECK(lines.back().reason == "not needed");
    CHECK(facts_told(world).back() == support::ToldFact{"PromiseSettled", promise.id.text()});
}

TEST_CASE("withdraw: past its due moment it is broken, also where no timer saw it")
{
    LedgerWorld world;
    auto const seen = world.given_in(1h);
    auto const unseen = world.given_in(1h);
    world.pass(2h);
    world.fall_due(seen.id);
    for (auto const id : {seen.id, unseen.id}) {
        CHECK(world.withdraw(id)->state == State::broken);
        CHECK(world.states(id) == "open late broken");
    }
}

TEST_CASE("withdraw: said twice it is the same answer; what was done cannot be withdrawn")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    REQUIRE(world.withdraw(promise.id));
    REQUIRE(world.withdraw(promise.id));
    CHECK(world.states(promise.id) == "open withdrawn");

    auto const done = world.given_in(1h);
    REQUIRE(world.keep(done.id));
    auto const refused = world.withdraw(done.id);
    auto const missing = world.withdraw(PromiseId{1});
    REQUIRE(refused.has_error());
    REQUIRE(missing.has_error());
    CHECK(refused.error().code == "promise.settled");
    CHECK(missing.error().code == "promise.not_found");
}

TEST_CASE("withdraw_all: all of that source and subject that are not settled, and no other")
{
    LedgerWorld world;
    auto const due = world.now() + 1h;
    auto const one =
        world.given({.text = "x", .due_at = due, .source = Source::first_reply, .about = "tkt_1"});
    auto const other =
        world.given({.text = "x", .due_at = due, .source = Source::resolve, .about = "tkt_1"});
    world.write([](Call& call) { withdraw_all(call, Source::first_reply, "tkt_1", "spam"); });
    CHECK(world.states(one.id) == "open withdrawn");
    CHECK(world.states(other.id) == "open");
}
