#include "promises/ledger_fixture.hpp"
#include "promises/record.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

namespace {

// Runs all timers that are due, as the server does.
void run_timers(LedgerWorld& world)
{
    jobs::Board board;
    add_jobs(board);
    jobs::Runner runner{world.house(), board, 1};
    runner.start();
    CHECK(runner.rest(10s));
    runner.stop();
}

}  // namespace

TEST_CASE("fall_due: an open promise is late from its due moment on, and a fact says so")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(1h - 1us);
    world.fall_due(promise.id);
    CHECK(world.states(promise.id) == "open");
    world.pass(1us);
    world.fall_due(promise.id);
    CHECK(world.states(promise.id) == "open late");
    CHECK(facts_told(world).back() == support::ToldFact{"PromiseLate", promise.id.text()});
}

TEST_CASE("fall_due: a clock that was set back loses no deadline")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.write([&](Call& call) { jobs::cancel(call, due_job, promise.id.text()); });  // it fired
    world.fall_due(promise.id);
    CHECK(world.timer(promise.id) == promise.due_at);
}

TEST_CASE("fall_due: what is settled or unknown stays as it is")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    REQUIRE(world.keep(promise.id));
    world.pass(2h);
    world.fall_due(promise.id);
    world.fall_due(PromiseId{1});
    CHECK(world.states(promise.id) == "open kept");
}

TEST_CASE("the timer: late by itself, once, and the owner is paged once")
{
    support::for_each_database([](support::World& plain) {
        LedgerWorld world{plain.kind};
        auto const ada = world.somebody("ada");
        auto const promise = world.given(
            {.text = "Next word",
             .owner = ada.id,
             .due_at = world.now() + 1h,
             .source = Source::next_word,
             .about = "inc_1"});
        run_timers(world);
        CHECK(world.states(promise.id) == "open");
        world.pass(1h);
        run_timers(world);
        run_timers(world);
        CHECK(world.states(promise.id) == "open late");
        CHECK(world.paged("inc_1") == std::vector<std::string>{"ada@team.example.test"});
    });
}

TEST_CASE("the timer: a due moment that passed while we were down is late with its true time")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    world.pass(5h);
    run_timers(world);
    auto const lines = world.read([&](Call& call) { return history(call.tx, promise.id); });
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].state == State::late);
    CHECK(lines[1].at == world.now());
    CHECK(lines[1].due_at == promise.due_at);
}

TEST_CASE("the timer: a promise that was moved waits for its new moment")
{
    LedgerWorld world;
    auto const promise = world.given_in(1h);
    REQUIRE(world.move(promise.id, world.now() + 3h));
    world.pass(2h);
    run_timers(world);
    CHECK(world.states(promise.id) == "open open");
    world.pass(1h);
    run_timers(world);
    CHECK(world.states(promise.id) == "open open late");
}

TEST_CASE("the timer: a late promise that was moved pages again when that is missed too")
{
    LedgerWorld world;
    world.somebody("olga", team::Role::owner);
    auto const promise = world.given_in(1h);
    world.pass(1h);
    run_timers(world);
    REQUIRE(world.move(promise.id, world.now() + 1h));
    world.pass(1h);
    run_timers(world);
    CHECK(world.states(promise.id) == "open late late late");
    CHECK(world.paged(promise.id.text()).size() == 2);
}
