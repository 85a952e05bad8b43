#include "jobs/jobs.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;

namespace {

struct Rang {
    static constexpr std::string_view room = "test";
    static constexpr std::string_view kind = "Rang";
    std::int64_t times = 0;
    [[nodiscard]] std::string subject() const { return "bell"; }
};
BOOST_DESCRIBE_STRUCT(Rang, (), (times))

struct Counted {
    static constexpr std::string_view room = "test";
    static constexpr std::string_view kind = "Counted";
    std::int64_t times = 0;
    [[nodiscard]] std::string subject() const { return std::to_string(times); }
};
BOOST_DESCRIBE_STRUCT(Counted, (), (times))

constexpr auto patience = 20s;

}  // namespace

TEST_CASE("Runner: a fact is heard once by each of its hearers, in a transaction of their own")
{
    support::for_each_database([](World& world) {
        jobs::Board board;
        auto const count = [](Call& call, db::Fact const& fact) -> Result<void> {
            auto const rang = from_json<Rang>(*parse_json(fact.body));
            call.tell(Counted{.times = rang->times});
            return {};
        };
        board.hear("test", "Rang", "test.first", count);
        board.hear("test", "Rang", "test.second", count);
        jobs::Runner runner{world.house(), board, 2};
        world.database->on_news([&] { runner.wake(); });
        runner.start();
        for (int i = 0; i < 20; ++i)
            world.write([&](Call& call) { call.tell(Rang{.times = i}); });
        REQUIRE(runner.rest(patience));
        runner.stop();
        auto told = facts_told(world);
        for (int i = 0; i < 20; ++i)
            CHECK(std::ranges::count(told, support::ToldFact{"Counted", std::to_string(i)}) == 2);
    });
}

TEST_CASE("Runner: a verb that is refused by a rule is given up and has written nothing")
{
    World world;
    jobs::Board board;
    board.on("test.refuse", [](Call& call, jobs::Job const&) -> Result<void> {
        call.tell(Rang{});
        return invalid("test.no", "", "No.");
    });
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    world.write([](Call& call) { jobs::later(call, {.kind = "test.refuse", .due_at = call.now}); });
    REQUIRE(runner.rest(patience));
    CHECK(world.read([](Call& call) { return jobs::standing(call.tx); }).given_up == 1);
    CHECK(facts_told(world).empty());
}

TEST_CASE("Runner: a verb that throws is tried again when its wait is over")
{
    World world;
    jobs::Board board;
    std::atomic<int> runs = 0;
    board.on("test.twice", [&](Call& call, jobs::Job const& job) -> Result<void> {
        ++runs;
        if (job.attempts == 1)
            throw std::runtime_error{"the first time always fails"};
        call.tell(Rang{});
        return {};
    });
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    world.write([](Call& call) { jobs::later(call, {.kind = "test.twice", .due_at = call.now}); });
    REQUIRE(runner.rest(patience));
    CHECK(runs == 1);
    world.pass(1s);
    REQUIRE(runner.rest(patience));
    CHECK(runs == 2);
    CHECK(facts_told(world).size() == 1);
}

TEST_CASE("Runner: work ends its job in the transaction of its effect")
{
    World world;
    jobs::Board board;
    board.on_work("test.slow", [](House& house, jobs::Job const& job) -> Result<void> {
        return house.write(Actor::system(), [&](Call& call) -> Result<void> {
            call.tell(Rang{});
            return jobs::finish(call, job);
        });
    });
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    world.write([](Call& call) { jobs::later(call, {.kind = "test.slow", .due_at = call.now}); });
    REQUIRE(runner.rest(patience));
    CHECK(facts_told(world).size() == 1);
    CHECK(world.read([](Call& call) { return jobs::standing(call.tx); }).waiting == 0);
}

TEST_CASE("Runner: jobs that wait for strangers keep no worker, and end when they are told to stop")
{
    World world;
    jobs::Board board;
    constexpr int strangers = 20;
    std::mutex lock;
    std::condition_variable_any changed;
    int waiting = 0;
    bool other_ran = false;
    board.on_wait("test.wait", [&](House&, jobs::Job const&, std::stop_token stop) -> Result<void> {
        std::unique_lock guard{lock};
        ++waiting;
        changed.notify_all();
        changed.wait(guard, stop, [] { return false; });
        return {};
    });
    board.on("test.other", [&](Call&, jobs::Job const&) -> Result<void> {
        std::scoped_lock const guard{lock};
        other_ran = true;
        changed.notify_all();
        return {};
    });
    world.write([](Call& call) {
        for (int i = 0; i < strangers; ++i)
            jobs::later(call, {.kind = "test.wait", .due_at = call.now});
    });
    for (int start = 1; start <= 2; ++start) {  // what was stopped runs again
        jobs::Runner runner{world.house(), board, 2};
        runner.start();
        world.write(
            [](Call& call) { jobs::later(call, {.kind = "test.other", .due_at = call.now}); });
        std::unique_lock guard{lock};
        CHECK(changed.wait_for(
            guard, patience, [&] { return waiting == start * strangers && other_ran; }));
        other_ran = false;
        guard.unlock();
        runner.stop();
    }
}

TEST_CASE("Runner: a timer fires when the house's clock is moved past it, once")
{
    World world;
    jobs::Board board;
    board.on("test.timer", [](Call& call, jobs::Job const&) -> Result<void> {
        call.tell(Rang{});
        return {};
    });
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    world.write([](Call& call) {
        jobs::later(call, {.kind = "test.timer", .due_at = call.now + 25h, .key = "one"});
    });
    REQUIRE(runner.rest(patience));
    CHECK(facts_told(world).empty());
    world.pass(25h);
    REQUIRE(runner.rest(patience));
    world.pass(25h);
    REQUIRE(runner.rest(patience));
    CHECK(facts_told(world).size() == 1);
}
