#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

TEST_CASE("change_brand: the new name is kept, its host in lower case")
{
    support::World world;
    NewBrand const wish{
        .name = "Smug", .host = "Status.Smug.test", .mail_from = address("help@smug.test")};
    auto const brand = world.write([&](Call& call) { return change_default_brand(call, wish); });
    REQUIRE(brand);
    CHECK(brand->version == 2);
    CHECK(brand->host == "status.smug.test");
    auto const found =
        world.read([](Call& call) { return brand_of_host(call.tx, "status.smug.test"); });
    CHECK(to_json(found) == to_json(*brand));
    CHECK(support::facts_told(world) == support::Told{{"BrandChanged", brand->id.text()}});
}

TEST_CASE("change_brand: a brand without name, or with a port in its host, is refused")
{
    support::World world;
    auto const change = [&](NewBrand const& wish) {
        return world.write([&](Call& call) { return change_default_brand(call, wish); });
    };
    CHECK(change({.name = ""}).error().code == "brand.needs_name");
    CHECK(change({.name = "Smug", .host = "smug.test:80"}).error().code == "brand.bad_host");
    CHECK(support::facts_told(world).empty());
}
