#include "accounts/critical_dates.hpp"

#include "accounts/critical_dates_store.hpp"
#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

NewCriticalDate launch(support::World const& world)
{
    return {
        .title = " Photos online by Tuesday midnight ",
        .starts_at = world.now() + 24h,
        .ends_at = world.now() + 36h};
}

Result<CriticalDate> add(support::World& world, AccountId account, NewCriticalDate const& wish)
{
    return world.write([&](Call& call) { return add_critical_date(call, account, wish); });
}

std::vector<CriticalDate> dates_of(support::World& world, AccountId account)
{
    return world.read(
        [&](Call& call) { return critical_dates_of(call.tx, account, std::nullopt, 200); });
}

// An account on the plan of Ada's.
Account
customer(support::World& world, std::string name, std::optional<std::vector<ServiceId>> services)
{
    auto const plan = world.read([](Call& call) { return find_plan_named(call.tx, "Pro"); });
    return add_account(
        world, {.name = std::move(name),
                .plan = plan ? plan->id : add_plan(world),
                .services = std::move(services)});
}

}  // namespace

TEST_CASE("add_critical_date: it answers as it is read later, and is told")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        auto const date = add(world, ada.id, launch(world));
        REQUIRE(date);
        CHECK(date->title == "Photos online by Tuesday midnight");
        CHECK(date->account_name == "Ada & Co");
        auto const all = dates_of(world, ada.id);
        REQUIRE(all.size() == 1);
        CHECK(to_json(all[0]) == to_json(*date));
        CHECK(kinds_told(world).back() == "CriticalDateAdded");
    });
}

TEST_CASE("add_critical_date: what is no such time is refused with its field")
{
    support::World world;
    auto const ada = add_ada(world);
    struct Row {
        std::string code, field;
        std::function<void(NewCriticalDate&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"critical_date.needs_name", "title", [](auto& wish) { wish.title = " "; }},
             {"critical_date.name_has_control", "title", [](auto& wish) { wish.title = "a\nb"; }},
             {"critical_date.ends_before_start", "ends_at",
              [](auto& wish) { wish.ends_at = wish.starts_at; }},
             {"critical_date.over", "ends_at",
              [](auto& wish) {
                  wish.starts_at -= 48h;
                  wish.ends_at -= 36h;
              }},
             {"critical_date.too_long", "ends_at",
              [](auto& wish) { wish.ends_at = wish.starts_at + 31 * 24h + 1us; }},
             {"critical_date.too_far", "starts_at", [](auto& wish) {
                  wish.starts_at += 732 * 24h;
                  wish.ends_at += 732 * 24h;
              }}}) {
        CAPTURE(row.code);
        auto wish = launch(world);
        row.spoil(wish);
        auto const refused = add(world, ada.id, wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
    CHECK(add(world, AccountId{1}, launch(world)).error().code == "account.not_found");
}

TEST_CASE("add_critical_date: an account has at most 100 of them ahead")
{
    support::World world;
    auto const ada = add_ada(world);
    for (int i = 0; i < 100; ++i)
        REQUIRE(add(world, ada.id, launch(world)));
    CHECK(add(world, ada.id, launch(world)).error().code == "critical_date.too_many");
    world.pass(36h);  // they are over
    CHECK(add(world, ada.id, launch(world)));
}

TEST_CASE("remove_critical_date: it is gone, for whoever may, and only once")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const date = add(world, ada.id, launch(world));
    auto const remove = [&](std::optional<AccountId> of) {
        return world.write([&](Call& call) { return remove_critical_date(call, date->id, of); });
    };
    CHECK(remove(AccountId{1}).error().code == "critical_date.not_found");
    CHECK(remove(ada.id));
    CHECK(dates_of(world, ada.id).empty());
    CHECK(remove(std::nullopt).error().code == "critical_date.not_found");
}

TEST_CASE("critical_dates_of_exposed: those who use a service, or may use it, and no others")
{
    support::for_each_database([](support::World& world) {
        auto const user = customer(world, "User", std::vector{galleries});
        auto const other = customer(world, "Other", std::vector{uploads});
        auto const unknown = customer(world, "Unknown", std::nullopt);
        for (auto const& account : {user, other, unknown})
            REQUIRE(add(world, account.id, launch(world)));
        auto const names = world.read([&](Call& call) {
            std::vector<std::string> found;
            for (auto const& date : critical_dates_of_exposed(
                     call.tx, {galleries, statistics}, call.now, call.now + 48h))
                found.push_back(date.account_name);
            return found;
        });
        CHECK(names == std::vector<std::string>{"User", "Unknown"});
    });
}

TEST_CASE("critical_dates_of_exposed: however many others there are before, they hide none")
{
    support::World world;
    auto const other = customer(world, "Other", std::vector{uploads});
    auto const user = customer(world, "User", std::vector{galleries});
    world.write([&](Call& call) {
        for (int i = 0; i < most_critical_dates_between; ++i)
            store::add_critical_date(
                call.tx, {.id = CriticalDateId{1'000 + i},
                          .account = other.id,
                          .account_name = {},
                          .title = "Launch",
                          .starts_at = call.now + 1h,
                          .ends_at = call.now + 2h,
                          .created_at = call.now});
    });
    REQUIRE(add(world, user.id, launch(world)));
    auto const found = world.read([&](Call& call) {
        return critical_dates_of_exposed(call.tx, {galleries}, call.now, call.now + 48h);
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].account == user.id);
}
