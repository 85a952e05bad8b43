#include "accounts/brands/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

TEST_CASE("give_brand: an account hears from its partner's brand from now on")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    auto const before = support::facts_told(world).size();
    auto const give = [&] {
        return world.write([&](Call& call) { return give_brand(call, ada.id, lens.id); });
    };
    auto const account = give();
    REQUIRE(account);
    CHECK(account->brand == lens.id);
    auto const found = world.read([&](Call& call) { return find_account(call.tx, ada.id); });
    CHECK(to_json(*found) == to_json(*account));
    CHECK(give()->version == account->version);  // said twice
    CHECK(kinds_told(world, before) == Kinds{"BrandGiven"});
}

TEST_CASE("give_brand: account and brand have to exist")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const give = [&](AccountId account, BrandId brand) {
        return world.write([&](Call& call) { return give_brand(call, account, brand); });
    };
    CHECK(give(AccountId{9}, BrandId{1}).error().code == "account.not_found");
    CHECK(give(ada.id, BrandId{9}).error().code == "brand.not_found");
}

TEST_CASE("add_account: it may begin with a partner's brand")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    auto const plan = add_plan(world);
    CHECK(add_account(world, {.name = "Ada", .plan = plan, .brand = lens.id}).brand == lens.id);
    auto const refused = world.write([&](Call& call) {
        return accounts::add_account(call, {.name = "Ada", .plan = plan, .brand = BrandId{9}});
    });
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "brand.not_found");
}
