#include "accounts/brands/samples.hpp"
#include "kernel/text.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

constexpr BrandId vendor{1};

Result<Brand> change(
    support::World& world, BrandId id, NewBrand const& wish,
    std::optional<std::int64_t> version = {})
{
    return world.write([&](Call& call) { return change_brand(call, id, wish, version); });
}

}  // namespace

TEST_CASE("change_brand: the default brand takes a new name, its host in lower case")
{
    support::World world;
    auto const brand =
        change(world, vendor, {.name = "Smug", .host = "Status.Smug.test", .accent = "#0A7F3C"});
    REQUIRE(brand);
    CHECK(brand->version == 2);
    CHECK(brand->host == "status.smug.test");
    CHECK(brand->accent == "#0a7f3c");
    auto const found =
        world.read([](Call& call) { return brand_of_host(call.tx, "status.smug.test"); });
    CHECK(to_json(found) == to_json(*brand));
    CHECK(support::facts_told(world) == support::Told{{"BrandChanged", brand->id.text()}});
}

TEST_CASE("change_brand: what is wrong, gone or old is refused and tells nothing")
{
    support::World world;
    CHECK(change(world, vendor, {.name = ""}).error().code == "brand.needs_name");
    CHECK(
        change(world, vendor, {.name = "Smug", .host = "smug.test:80"}).error().code ==
        "brand.bad_host");
    CHECK(change(world, BrandId{9}, {.name = "Smug"}).error().code == "brand.not_found");
    CHECK(change(world, vendor, {.name = "Smug"}, 7).error().code == "http.stale");
    CHECK(support::facts_told(world).empty());
}

TEST_CASE("add_brand: a partner stands below the default brand unless he says otherwise")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "Status.Lens.test"));
    CHECK(lens.parent == vendor);
    CHECK(lens.host == "status.lens.test");
    CHECK_FALSE(lens.is_default);
    auto below = partner("Below", "below.test");
    below.parent = lens.id;
    CHECK(add_brand(world, below).parent == lens.id);
    CHECK(kinds_told(world) == Kinds{"BrandAdded", "BrandAdded"});
}

TEST_CASE("add_brand: a host belongs to one brand, and the vendor's own address to nobody else")
{
    support::World world;
    world.settings.public_url = "https://help.smug.test:8443";
    (void)add_brand(world, partner("Lens", "status.lens.test"));
    for (auto const* const host : {"STATUS.lens.test", "help.smug.test"}) {
        auto const other = try_brand(world, partner("Other", host));
        REQUIRE(other.has_error());
        CHECK(other.error().code == "brand.host_taken");
        CHECK(other.error().field == "host");
    }
}

TEST_CASE("change_brand: a brand that would stand below itself is refused")
{
    support::World world;
    auto const lens = add_brand(world, partner("Lens", "lens.test"));
    auto below = partner("Below", "below.test");
    below.parent = lens.id;
    auto wish = partner("Lens", "lens.test");
    wish.parent = add_brand(world, below).id;
    CHECK(change(world, lens.id, wish).error().code == "brand.cycle");
}

TEST_CASE("add_brand: there is an end to how many there are")
{
    support::World world;
    for (int i = 1; i < 200; ++i)  // the default brand is one of the 200
        (void)add_brand(world, partner("Partner", fmt::format("p{}.test", i)));
    auto const more = try_brand(world, partner("Partner", "more.test"));
    REQUIRE(more.has_error());
    CHECK(more.error().code == "brand.too_many");
}

TEST_CASE("resolved_brands: a partner takes colour and language from above, and nothing else")
{
    support::World world;
    world.settings.public_url = "https://help.smug.test";
    REQUIRE(change(
        world, vendor,
        {.name = "Smug",
         .accent = "#0a7f3c",
         .contact = {.phone = "+49 30 1234"},
         .mail_from = address("help@smug.test"),
         .language = "de"}));
    (void)add_brand(world, partner("Lens", "lens.test"));
    auto const resolved = world.read([](Call& call) { return resolved_brands(call); });
    REQUIRE(resolved.size() == 2);
    CHECK(resolved.front().url == "https://help.smug.test");
    auto const& lens = resolved.back();
    CHECK(lens.accent == "#0a7f3c");
    CHECK(lens.language == "de");
    auto shown = write_json(to_json(lens));
    CHECK_FALSE(ascii_lower(shown).contains("smug"));
    CHECK(lens.contact == BrandContact{});
}
