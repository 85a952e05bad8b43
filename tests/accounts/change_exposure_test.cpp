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
