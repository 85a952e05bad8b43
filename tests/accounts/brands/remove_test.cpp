#include "accounts/brands/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Result<Brand> remove(support::World& world, BrandId id, std::optional<std::int64_t> version = {})
{
    return world.write([&](Call& call) { return remove_brand(call, id, version); });
}

}  // namespace

TEST_CASE("remove_brand: a brand that nobody uses goes, with its host and its logo")
{
    support::for_each_database([](support::World& world) {
        auto const lens = add_brand(world, partner("Lens", "lens.test"));
        world.write([&](Call& call) {
            return change_logo(
                call, lens.id, NewLogo{.type = "image/svg+xml", .data = "PHN2Zy8+"}, {});
        });
        REQUIRE(remove(world, lens.id));
        CHECK(kinds_told(world).back() == "BrandRemoved");
        world.read([&](Call& call) {
            CHECK_FALSE(find_brand(call.tx, lens.id));
            CHECK_FALSE(logo_of(call.tx, lens.id));
            CHECK(brand_of_host(call.tx, "lens.test").is_default);
            return 0;
        });
        CHECK(add_brand(world, partner("Lens", "lens.test")).id != lens.id);
    });
}

TEST_CASE("remove_brand: one that brands stand below stays, and they are named")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    auto below = partner("Below", "below.test");
    below.parent = lens.id;
    (void)add_brand(world, below);
    auto const refused = remove(world, lens.id);
    REQUIRE(refused.has_error());
    CHECK(refused.error().kind == Refusal::conflict);
    CHECK(refused.error().code == "brand.has_members");
    CHECK(refused.error().detail.contains("Below"));
}

TEST_CASE("remove_brand: one that accounts hear from stays, and the first of them are named")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    auto const plan = add_plan(world);
    for (auto const* name : {"Delta", "Beta", "Alpha", "Gamma"})
        add_account(world, {.name = name, .plan = plan, .brand = lens.id});
    auto const refused = remove(world, lens.id);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "brand.in_use");
    CHECK(refused.error().detail.contains("Alpha, Beta, Delta and others"));
}

TEST_CASE("remove_brand: the default brand never goes, nor an unknown or a changed one")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    CHECK(remove(world, BrandId{1}).error().code == "brand.is_default");
    CHECK(remove(world, BrandId{9}).error().code == "brand.not_found");
    CHECK(remove(world, lens.id, 7).error().code == "http.stale");
    CHECK(kinds_told(world) == Kinds{"BrandAdded"});
}

TEST_CASE("remove_brand: a stranger who wrote to it hears from its parent from then on")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    auto below = partner("Below", "below.test");
    below.parent = lens.id;
    auto const gone = add_brand(world, below);
    auto const eve = world.write([&](Call& call) {
        return add_prospect(call, "Eve", address("eve@example.test"), gone.id);
    });
    REQUIRE(remove(world, gone.id));
    CHECK(world.read([&](Call& call) { return brand_of(call, eve.id); }).name == "Lens");
}
