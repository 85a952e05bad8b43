#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tickets::ReplyClock;

namespace {

std::optional<Instant> due_at(std::optional<tickets::Allowed> const& allowed)
{
    return allowed ? std::optional{allowed->counted.back().closes} : std::nullopt;
}

std::optional<Instant>
due(World& world, accounts::NewPlan plan, ReplyClock clock = ReplyClock::first_reply)
{
    return world.write([&](Call& call) {
        plan.name = "P";
        auto const account =
            accounts::add_account(
                call, {.name = "A", .plan = accounts::add_plan(call, plan).value().id})
                .value();
        return due_at(
            tickets::allowed_for(call.tx, {.account = account.id, .clock = clock, .at = call.now}));
    });
}

}  // namespace

TEST_CASE("allowed_for: a plan around the clock counts nights, another one its covered hours")
{
    accounts::NewPlan plan;
    plan.first_reply_minutes = 10 * 60;
    World covered;
    CHECK(due(covered, plan) == covered.now() + 24h + 1h);  // 10:00 + 8 h, then 2 h from 9:00
    plan.around_the_clock = true;
    World always;
    CHECK(due(always, plan) == always.now() + 10h);
}

TEST_CASE("allowed_for: first and next reply have targets of their own; no target is no promise")
{
    accounts::NewPlan plan;
    plan.first_reply_minutes = 60;
    plan.next_reply_minutes = std::nullopt;
    World first;
    CHECK(due(first, plan) == first.now() + 1h);
    World next;
    CHECK_FALSE(due(next, plan, ReplyClock::next_reply));
}

TEST_CASE("allowed_for: the plan's own calendar decides")
{
    World world;
    accounts::NewPlan plan;
    plan.first_reply_minutes = 60;
    plan.calendar = world.write([](Call& call) {
        accounts::NewCalendar night{.name = "Night"};
        night.week.wednesday = {{.opens = "22:00", .closes = "24:00"}};
        return accounts::add_calendar(call, night).value().id;
    });
    CHECK(due(world, plan) == world.now() + 13h);
}

TEST_CASE("allowed_for: nobody's account has the default target")
{
    World world;
    auto const allowed = world.write([](Call& call) {
        return tickets::allowed_for(call.tx, {.account = std::nullopt, .at = call.now});
    });
    CHECK(due_at(allowed) == world.now() + 8h);
}

TEST_CASE("allowed_for: what counted is what the plan was when he asked, whatever it is now")
{
    World world;
    auto const asked = world.now();
    accounts::NewPlan plan;
    plan.name = "P";
    plan.first_reply_minutes = 60;
    auto const account = world.write([&](Call& call) {
        auto const id = accounts::add_plan(call, plan).value().id;
        return accounts::add_account(call, {.name = "A", .plan = id}).value();
    });
    world.pass(1h);
    world.write([&](Call& call) {
        plan.first_reply_minutes = 120;
        REQUIRE(accounts::change_plan(call, account.plan, plan, std::nullopt));
    });
    auto const allowed = world.read([&](Call& call) {
        return tickets::allowed_for(call.tx, {.account = account.id, .at = asked});
    });
    REQUIRE(allowed);
    CHECK(allowed->allowance == 1h);
    CHECK(allowed->counted == std::vector<promises::Stretch>{{asked, asked + 1h}});
}
