#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("keep: done in time it is kept, and its timer is gone")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(1h);
    auto const kept = world.keep(promise.id);
    REQUIRE(kept);
    CHECK(kept->state == State::kept);
    CHECK(kept->settled_at == world.now());
    CHECK(world.states(promise.id) == "open kept");
    CHECK_FALSE(world.timer(promise.id));
    CHECK(facts_told(world).back() == support::ToldFact{"PromiseSettled", promise.id.text()});
}

TEST_CASE("keep: done late it stays late")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(1h);
    world.fall_due(promise.id);
    world.pass(1h);
    auto const done = world.keep(promise.id);
    REQUIRE(done);
    CHECK(done->state == State::late);
    CHECK(done->settled_at == world.now());
    CHECK(world.states(promise.id) == "open late late");
}

TEST_CASE("keep: a miss that no timer saw is written down first, and nobody is paged")
{
    LedgerWorld world;
    world.somebody("olga", team::Role::owner);
    auto const promise = world.given_in(1h);
    world.pass(2h);
    REQUIRE(world.keep(promise.id));
    CHECK(world.states(promise.id) == "open late late");
    auto const told = facts_told(world);
    CHECK(told[told.size() - 2] == support::ToldFact{"PromiseLate", promise.id.text()});
    CHECK(world.paged(promise.id.text()).empty());
}

TEST_CASE("keep: said twice it is the same answer, and history says it once")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    auto const first = world.keep(promise.id);
    world.pass(2h);
    auto const second = world.keep(promise.id);
    REQUIRE(second);
    CHECK(second->version == first->version);
    CHECK(second->settled_at == first->settled_at);
    CHECK(world.states(promise.id) == "open kept");
}

TEST_CASE("keep: what was withdrawn cannot be kept, what never was is not found")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    REQUIRE(world.withdraw(promise.id));
    auto const refused = world.keep(promise.id);
    auto const missing = world.keep(PromiseId{1});
    REQUIRE(refused.has_error());
    REQUIRE(missing.has_error());
    CHECK(refused.error().code == "promise.settled");
    CHECK(missing.error().code == "promise.not_found");
}

TEST_CASE("keep_all: all of that source and subject that are not settled, and no other")
{
    LedgerWorld world;
    auto const due = world.now() + 1h;
    auto const wish = [&](Source source, std::string about) {
        return Make{.text = "x", .due_at = due, .source = source, .about = std::move(about)};
    };
    auto const one = world.given(wish(Source::next_word, "inc_1"));
    auto const two = world.given(wish(Source::next_word, "inc_1"));
    auto const eta = world.given(wish(Source::eta, "inc_1"));
    auto const other = world.given(wish(Source::next_word, "inc_2"));
    REQUIRE(world.withdraw(two.id));
    world.write([](Call& call) { keep_all(call, Source::next_word, "inc_1"); });
    CHECK(world.states(one.id) == "open kept");
    CHECK(world.states(two.id) == "open withdrawn");
    CHECK(world.states(eta.id) == "open");
    CHECK(world.states(other.id) == "open");
}
