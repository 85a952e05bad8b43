#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

using Services = std::optional<std::vector<ServiceId>>;

Result<Account> change(support::World& world, AccountId id, Services const& services)
{
    return world.write([&](Call& call) { return change_exposure(call, id, services); });
}

Result<PlanServices>
rule_of(support::World& world, PlanId plan, std::vector<ServiceId> const& services)
{
    return world.write([&](Call& call) { return change_exposure_of_plan(call, plan, services); });
}

struct Span {
    ServiceId service;
    Instant since;
    std::optional<Instant> until;
    bool operator==(Span const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Span, (), (service, since, until))

}  // namespace

TEST_CASE("change_exposure: services that stay keep their day, the others begin and end today")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        auto const account = add_account(
            world,
            {.name = "A", .plan = add_plan(world), .services = std::vector{galleries, statistics}});
        world.pass(std::chrono::hours{1});
        auto const changed = change(world, account.id, std::vector{uploads, statistics, uploads});
        REQUIRE(changed);
        CHECK(changed->services == std::vector{statistics, uploads});
        CHECK(changed->version == 2);
        auto const now = world.now();
        auto const spans = world.read([](Call& call) {
            return call.tx.all<Span>(R"sql(
                SELECT service, since, until FROM accounts_exposure ORDER BY service)sql");
        });
        CHECK(
            spans == std::vector<Span>{
                         {galleries, start, now},
                         {statistics, start, std::nullopt},
                         {uploads, now, std::nullopt}});
        auto const found =
            world.read([&](Call& call) { return find_account(call.tx, account.id); });
        CHECK(to_json(found.value()) == to_json(*changed));
        CHECK(kinds_told(world, 2) == Kinds{"ExposureChanged"});
    });
}

TEST_CASE("change_exposure: unknown ends all, and is not the same as none")
{
    support::World world;
    auto const account = add_account(
        world, {.name = "A", .plan = add_plan(world), .services = std::vector{galleries}});
    auto const unknown = change(world, account.id, std::nullopt);
    REQUIRE(unknown);
    CHECK_FALSE(unknown->services);
    CHECK(world.read([&](Call& call) { return is_exposed(call.tx, account.id, {uploads}); }));
    auto const none = change(world, account.id, std::vector<ServiceId>{});
    REQUIRE(none);
    CHECK_FALSE(world.read([&](Call& call) { return is_exposed(call.tx, account.id, {uploads}); }));
    CHECK(kinds_told(world, 2) == Kinds{"ExposureChanged", "ExposureChanged"});
}

TEST_CASE("change_exposure: said twice, it happens once")
{
    support::World world;
    auto const account = add_account(
        world, {.name = "A", .plan = add_plan(world), .services = std::vector{galleries}});
    auto const same = change(world, account.id, std::vector{galleries, galleries});
    REQUIRE(same);
    CHECK(same->version == 1);
    CHECK(kinds_told(world, 2).empty());
}

TEST_CASE("change_exposure: an account that is not there is not found")
{
    support::World world;
    CHECK(change(world, AccountId{9}, std::nullopt).error().code == "account.not_found");
}

TEST_CASE("change_exposure: more services than anybody has are refused")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const changed = change(world, ada.id, std::vector<ServiceId>(1001, galleries));
    REQUIRE(changed.has_error());
    CHECK(changed.error().code == "account.too_many_services");
}

TEST_CASE("change_exposure_of_plan: all accounts on the plan use it, besides their own")
{
    support::for_each_database([](support::World& world) {
        auto const plan = add_plan(world);
        auto const known =
            add_account(world, {.name = "A", .plan = plan, .services = std::vector{uploads}});
        auto const unknown = add_account(world, {.name = "B", .plan = plan});
        auto const rule = rule_of(world, plan, {statistics, galleries, statistics});
        REQUIRE(rule);
        CHECK(rule->services == std::vector{galleries, statistics});
        CHECK(kinds_told(world, 3) == Kinds{"ExposureRuleChanged"});
        world.read([&](Call& call) {
            auto const a = find_account(call.tx, known.id).value();
            CHECK(a.services == std::vector{galleries, statistics, uploads});
            CHECK(a.own_services == std::vector{uploads});
            auto const b = find_account(call.tx, unknown.id).value();
            CHECK(b.services == std::vector{galleries, statistics});
            CHECK_FALSE(b.own_services);
            CHECK(is_exposed(call.tx, unknown.id, {galleries}));
            CHECK_FALSE(is_exposed(call.tx, unknown.id, {uploads}));
        });
        auto const later = add_account(world, {.name = "C", .plan = plan});
        CHECK(later.services == std::vector{galleries, statistics});
    });
}

TEST_CASE("change_exposure_of_plan: what stays keeps its day, and without any there is no rule")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        auto const ada = add_ada(world);
        REQUIRE(rule_of(world, ada.plan, {galleries, statistics}));
        world.pass(std::chrono::hours{1});
        REQUIRE(rule_of(world, ada.plan, {statistics}));
        REQUIRE(rule_of(world, ada.plan, {statistics}));  // said twice
        auto const now = world.now();
        auto const spans = world.read([](Call& call) {
            return call.tx.all<Span>(R"sql(
                SELECT service, since, until FROM accounts_exposure_rules ORDER BY service)sql");
        });
        CHECK(
            spans == std::vector<Span>{{galleries, start, now}, {statistics, start, std::nullopt}});
        CHECK(kinds_told(world, 3) == Kinds{"ExposureRuleChanged", "ExposureRuleChanged"});

        REQUIRE(rule_of(world, ada.plan, {}));
        world.read([&](Call& call) {
            CHECK_FALSE(find_account(call.tx, ada.id)->services);
            CHECK(is_exposed(call.tx, ada.id, {uploads}));
        });
    });
}

TEST_CASE("change_exposure_of_plan: who saw an older rule than there is changes nothing")
{
    support::for_each_database([](support::World& world) {
        auto const plan = add_plan(world);
        auto const change_at = [&](std::int64_t version, ServiceId service) {
            return world.write([&](Call& call) {
                return change_exposure_of_plan(call, plan, {service}, version);
            });
        };
        CHECK(change_at(1, galleries)->version == 2);
        auto const late = change_at(1, uploads);
        REQUIRE(late.has_error());
        CHECK(late.error().code == "http.stale");
        auto const rule = world.read([&](Call& call) { return find_rule(call.tx, plan).value(); });
        CHECK(rule.services == std::vector{galleries});
        CHECK(rule.version == 2);
        CHECK(change_at(2, galleries)->version == 2);  // said twice
    });
}

TEST_CASE("change_exposure_of_plan: a plan that is not there, and too much, are refused")
{
    support::World world;
    CHECK(rule_of(world, PlanId{9}, {galleries}).error().code == "plan.not_found");
    auto const refused = rule_of(world, add_plan(world), std::vector<ServiceId>(1001, galleries));
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "plan.too_many_services");
}
