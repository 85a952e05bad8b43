#include "accounts/store.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

Plan plan(std::int64_t id, std::string name, Instant since = support::test_start)
{
    Plan made{};
    made.id = PlanId{id};
    made.name = std::move(name);
    made.since = since;
    return made;
}

}  // namespace

TEST_CASE("store: a plan comes back with all its terms")
{
    support::for_each_database([](support::World& world) {
        auto wish = plan(7, "Pro");
        wish.price = {.minor = 1495, .currency = "EUR"};
        wish.availability = 99.95;
        wish.resolve_minutes = 90;
        wish.credit_tiers = {{.below = 99.95, .percent = 10}, {.below = 99, .percent = 25.5}};
        wish.topics = {Topic::news};
        CHECK(world.write([&](Call& call) { return store::add_plan(call.tx, wish); }));

        auto const found = world.read([](Call& call) { return find_plan(call.tx, PlanId{7}); });
        REQUIRE(found);
        CHECK(to_json(*found) == to_json(wish));
    });
}

TEST_CASE("store: a plan is found by its name in any case")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) { return store::add_plan(call.tx, plan(7, "Pro Plus")); });
        world.read([](Call& call) {
            REQUIRE(find_plan_named(call.tx, " pro plus "));
            CHECK(find_plan_named(call.tx, "PRO PLUS")->id == PlanId{7});
            CHECK_FALSE(find_plan_named(call.tx, "pro"));
        });
    });
}

TEST_CASE("store: a second plan of the same name is not written")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            CHECK(store::add_plan(call.tx, plan(7, "Pro")));
            CHECK_FALSE(store::add_plan(call.tx, plan(8, "PRO")));
            CHECK_FALSE(find_plan(call.tx, PlanId{8}));
        });
    });
}

TEST_CASE("store: terms hold from their day on, and the old ones stay for the days before")
{
    support::for_each_database([](support::World& world) {
        auto const start = support::test_start;
        world.write([&](Call& call) {
            auto changed = plan(7, "Pro", start);
            CHECK(store::add_plan(call.tx, changed));
            changed.since = start + 24h;
            changed.version = 2;
            changed.reopen_days = 3;
            CHECK(store::change_plan(call.tx, changed, 1));
        });
        world.read([&](Call& call) {
            CHECK_FALSE(terms_at(call.tx, PlanId{7}, start - 1us));
            CHECK(terms_at(call.tx, PlanId{7}, start)->reopen_days == 14);
            CHECK(terms_at(call.tx, PlanId{7}, start + 24h - 1us)->reopen_days == 14);
            CHECK(terms_at(call.tx, PlanId{7}, start + 24h)->reopen_days == 3);
            CHECK(find_plan(call.tx, PlanId{7})->reopen_days == 3);
        });
    });
}

TEST_CASE("terms_of: the terms in force on that day of the plan that the account was on")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        auto const bought = world.now();
        world.pass(24h);
        auto better = plan_named("Pro");
        better.first_reply_minutes = 60;
        world.write([&](Call& call) { return change_plan(call, ada.plan, better, {}); });
        world.read([&](Call& call) {
            CHECK(terms_of(call.tx, ada.id, bought)->first_reply_minutes == 480);
            CHECK(terms_of(call.tx, ada.id, bought + 24h)->first_reply_minutes == 60);
            CHECK_FALSE(terms_of(call.tx, ada.id, bought - 1us));
            CHECK_FALSE(terms_of(call.tx, AccountId{1}, bought));
        });
    });
}

TEST_CASE("store: a plan that is at another version than was seen is not changed")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto changed = plan(7, "Pro");
            CHECK(store::add_plan(call.tx, changed));
            changed.version = 4;
            CHECK_FALSE(store::change_plan(call.tx, changed, 3));
            CHECK(find_plan(call.tx, PlanId{7})->version == 1);
        });
    });
}

TEST_CASE("store: plans are listed by id, from behind the cursor, up to the limit")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (int i = 1; i <= 5; ++i)
                CHECK(store::add_plan(call.tx, plan(i, fmt::format("Plan {}", i))));
            auto const page = plans(call.tx, PlanId{2}, 2);
            REQUIRE(page.size() == 2);
            CHECK(page[0].id == PlanId{3});
            CHECK(page[1].id == PlanId{4});
            CHECK(plans(call.tx, std::nullopt, 10).size() == 5);
        });
    });
}

TEST_CASE("store: there is a default calendar from the start, and others stand beside it")
{
    support::for_each_database([](support::World& world) {
        Calendar const calendar{
            .id = CalendarId{9},
            .name = "Nights",
            .zone = "Europe/Berlin",
            .week = {.monday = {{.opens = "20:00", .closes = "24:00"}}},
            .holidays = {{.date = "2026-12-24", .name = "Eve", .yearly = true}}};
        world.write([&](Call& call) {
            store::add_calendar(call.tx, calendar);
            auto const office = default_calendar(call.tx);
            CHECK(office.zone == "Etc/UTC");
            CHECK(office.week.friday == std::vector<DayWindow>{{"09:00", "18:00"}});
            CHECK(office.week.saturday.empty());
            CHECK(to_json(find_calendar(call.tx, CalendarId{9}).value()) == to_json(calendar));
            CHECK(calendars(call.tx, std::nullopt, 10).size() == 2);
            CHECK(calendars(call.tx, office.id, 10).size() == 1);
        });
    });
}

TEST_CASE("terms_during: all terms that held in the time, from its beginning on, in order")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        auto const bought = world.now();
        world.pass(24h);
        auto better = plan_named("Pro");
        better.first_reply_minutes = 60;
        world.write([&](Call& call) { return change_plan(call, ada.plan, better, {}); });
        auto const changed = world.now();
        world.pass(24h);
        world.read([&](Call& call) {
            auto const all = terms_during(call.tx, ada.id, bought, call.now);
            CHECK(all.size() == 2);
            CHECK(all.at(0).since == bought);
            CHECK(all.at(0).terms.first_reply_minutes == 480);
            CHECK(all.at(1).since == changed);
            CHECK(all.at(1).terms.first_reply_minutes == 60);
            auto const late = terms_during(call.tx, ada.id, changed + 1h, call.now);
            CHECK(late.size() == 1);
            CHECK(late.at(0).since == changed + 1h);
            CHECK(terms_during(call.tx, AccountId{1}, bought, call.now).empty());
        });
    });
}
