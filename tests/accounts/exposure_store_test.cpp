#include "accounts/samples.hpp"
#include "accounts/store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

using Services = std::vector<ServiceId>;

constexpr PlanId pro{7};

Account account(std::int64_t id, std::optional<Services> services = std::nullopt)
{
    return {
        .id = AccountId{id},
        .name = fmt::format("Account {}", id),
        .plan = pro,
        .own_services = std::move(services),
        .brand = BrandId{1},
        .created_at = support::test_start};
}

// The plan of all of them.
void add_pro(Call& call)
{
    Plan plan;
    plan.id = pro;
    plan.name = "Pro";
    plan.since = call.now;
    REQUIRE(store::add_plan(call.tx, plan));
}

}  // namespace

TEST_CASE("store: exposure that ended stays in its rows, and what is used now is counted once")
{
    support::for_each_database([](support::World& world) {
        AccountId const id{1};
        world.write([&](Call& call) {
            store::add_account(call.tx, account(1, Services{galleries, uploads}));
            store::end_exposure(call.tx, id, std::array{galleries}, call.now + 1h);
            store::begin_exposure(call.tx, id, std::array{galleries}, call.now + 2h);
            CHECK(store::exposure_of(call.tx, id) == Services{galleries, uploads});
            CHECK(call.tx.one<int>(R"sql(
                SELECT COUNT(*) FROM accounts_exposure WHERE until IS NOT NULL)sql") == 1);
            CHECK(call.tx.one<int>(R"sql(
                SELECT COUNT(*) FROM accounts_exposed)sql") == 2);
        });
    });
}

TEST_CASE("is_exposed: to the services it uses, or to all where that is not known")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add_pro(call);
            store::add_account(call.tx, account(1, Services{galleries}));
            store::add_account(call.tx, account(2));
            CHECK(is_exposed(call.tx, AccountId{1}, {uploads, galleries}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{1}, {uploads}));
            CHECK(is_exposed(call.tx, AccountId{2}, {uploads}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{2}, {}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{3}, {uploads}));
        });
    });
}

TEST_CASE("is_exposed: a rule makes exposure known, and stands beside the own list")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add_pro(call);
            store::add_account(call.tx, account(1, Services{galleries}));
            store::add_account(call.tx, account(2));
            store::begin_rule(call.tx, pro, std::array{uploads}, call.now);
            store::save_rule(call.tx, {.plan = pro, .services = {uploads}});
            CHECK(services_of_plan(call.tx, pro) == Services{uploads});
            CHECK(is_exposed(call.tx, AccountId{1}, {galleries}));
            CHECK(is_exposed(call.tx, AccountId{1}, {uploads}));
            CHECK(is_exposed(call.tx, AccountId{2}, {uploads}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{2}, {statistics}));
            store::end_rule(call.tx, pro, std::array{uploads}, call.now + 1h);
            CHECK(services_of_plan(call.tx, pro).empty());
        });
    });
}
