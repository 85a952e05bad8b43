#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tickets::ReplyClock;

namespace {

std::optional<Instant>
due(World& world, accounts::NewPlan plan, ReplyClock clock = ReplyClock::first_reply)
{
    return world.write([&](Call& call) {
        plan.name = "P";
        auto const account =
            accounts::add_account(
                call, {.name = "A", .plan = accounts::add_plan(call, plan).value().id})
                .value();
        return tickets::due_of(call, account.id, clock);
    });
}

}  // namespace

TEST_CASE("due_of: a plan around the clock counts nights, another one its covered hours")
{
    accounts::NewPlan plan;
    plan.first_reply_minutes = 10 * 60;
    World covered;
    CHECK(due(covered, plan) == covered.now() + 24h + 1h);  // 10:00 + 8 h, then 2 h from 9:00
    plan.around_the_clock = true;
    World always;
    CHECK(due(always, plan) == always.now() + 10h);
}

TEST_CASE("due_of: first and next reply have targets of their own; no target is no promise")
{
    accounts::NewPlan plan;
    plan.first_reply_minutes = 60;
    plan.next_reply_minutes = std::nullopt;
    World first;
    CHECK(due(first, plan) == first.now() + 1h);
    World next;
    CHECK_FALSE(due(next, plan, ReplyClock::next_reply));
}

TEST_CASE("due_of: the plan's own calendar decides")
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

TEST_CASE("due_of: nobody's account has the default target")
{
    World world;
    auto const due_at = world.write(
        [](Call& call) { return tickets::due_of(call, std::nullopt, ReplyClock::first_reply); });
    CHECK(due_at == world.now() + 8h);
}
