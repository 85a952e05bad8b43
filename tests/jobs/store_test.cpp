#include "jobs/store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;

namespace {

void queue(World& world, std::string kind, Instant due_at, std::string key = "")
{
    world.write(
        [&](Call& call) { jobs::later(call, {.kind = kind, .due_at = due_at, .key = key}); });
}

std::vector<jobs::Job>
claim(World& world, Duration lease = 1min, Instant machine_now = support::test_start)
{
    return world.write([&](Call& call) {
        return jobs::store::claim(
            call.tx,
            {.node = "here",
             .now = call.now,
             .machine_now = machine_now,
             .until = machine_now + lease},
            10);
    });
}

}  // namespace

TEST_CASE("store: a job is claimed when it is due and not before, oldest due first")
{
    support::for_each_database([](World& world) {
        queue(world, "b", world.now() + 2s);
        queue(world, "a", world.now() + 1s);
        CHECK(claim(world).empty());
        world.pass(2s);
        auto const jobs = claim(world);
        REQUIRE(jobs.size() == 2);
        CHECK(jobs[0].kind == "a");
        CHECK(jobs[1].kind == "b");
        CHECK(jobs[0].attempts == 1);
        CHECK(claim(world).empty());
    });
}

TEST_CASE("store: a waiting job of the same kind and key is replaced, another kind is not")
{
    support::for_each_database([](World& world) {
        queue(world, "a", world.now() + 1h, "x");
        queue(world, "b", world.now() + 1h, "x");
        queue(world, "a", world.now(), "x");
        auto const jobs = claim(world);
        REQUIRE(jobs.size() == 1);
        CHECK(jobs[0].kind == "a");
        CHECK(world.read([](Call& call) { return jobs::standing(call.tx); }).waiting == 1);
    });
}

TEST_CASE("store: the next due moment is that of the first waiting job")
{
    support::for_each_database([](World& world) {
        auto const next = [&] {
            return world.read([](Call& call) { return jobs::next_due(call.tx); });
        };
        CHECK(next() == std::nullopt);
        queue(world, "a", world.now() + 2h, "x");
        queue(world, "b", world.now() + 1h, "x");
        CHECK(next() == world.now() + 1h);
    });
}

TEST_CASE("store: cancel takes a waiting job back")
{
    support::for_each_database([](World& world) {
        queue(world, "a", world.now(), "x");
        world.write([](Call& call) { jobs::cancel(call, "a", "x"); });
        CHECK(claim(world).empty());
    });
}

TEST_CASE("store: a job whose lease ran out goes to the next, and the first cannot end it any more")
{
    support::for_each_database([](World& world) {
        queue(world, "a", world.now());
        auto const first = claim(world, 1min).at(0);
        auto const second = claim(world, 1min, support::test_start + 2min).at(0);
        CHECK(second.id == first.id);
        CHECK(second.attempts == 2);
        auto const late = world.write([&](Call& call) { return jobs::finish(call, first); });
        REQUIRE(late.has_error());
        CHECK(late.error().code == "job.lost");
        CHECK(world.write([&](Call& call) { return jobs::finish(call, second); }).has_value());
    });
}

TEST_CASE("store: what a dead process was running can be claimed at once by its successor")
{
    support::for_each_database([](World& world) {
        queue(world, "a", world.now());
        CHECK(claim(world).size() == 1);
        world.write([](Call& call) { jobs::store::take_back(call.tx, "elsewhere"); });
        CHECK(claim(world).empty());
        world.write([](Call& call) { jobs::store::take_back(call.tx, "here"); });
        CHECK(claim(world).size() == 1);
    });
}

TEST_CASE("store: a failed job waits for its next turn, unless a newer one has its key")
{
    support::for_each_database([](World& world) {
        queue(world, "a", world.now(), "x");
        queue(world, "b", world.now(), "x");
        auto const jobs = claim(world);
        REQUIRE(jobs.size() == 2);
        queue(world, "b", world.now() + 1h, "x");
        world.write([&](Call& call) {
            for (auto const& job : jobs)
                jobs::store::retry(call.tx, job, call.now + 1s, "test.again");
        });
        world.pass(1s);
        auto const again = claim(world);
        REQUIRE(again.size() == 1);
        CHECK(again[0].kind == "a");
        CHECK(again[0].attempts == 2);
        CHECK(world.read([](Call& call) { return jobs::standing(call.tx); }).waiting == 1);
    });
}

TEST_CASE("store: an expired lease comes before what is due, and both share one limit")
{
    support::for_each_database([](World& world) {
        queue(world, "left", world.now());
        CHECK(claim(world, 1min).size() == 1);
        for (int i = 0; i < 20; ++i)
            queue(world, "due", world.now());
        auto const jobs = claim(world, 1min, support::test_start + 2min);
        REQUIRE(jobs.size() == 10);
        CHECK(jobs[0].kind == "left");
        CHECK(jobs[9].kind == "due");
    });
}
