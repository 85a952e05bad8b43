#include "accounts/brands/samples.hpp"
#include "kernel/digest.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

constexpr BrandId vendor{1};
NewLogo const drawing{.type = "image/svg+xml", .data = to_base64("<svg/>")};

Result<Brand> change(
    support::World& world, std::optional<NewLogo> const& wish,
    std::optional<std::int64_t> version = {})
{
    return world.write([&](Call& call) { return change_logo(call, vendor, wish, version); });
}

}  // namespace

TEST_CASE("change_logo: a logo is given and taken away again")
{
    support::World world;
    auto const given = change(world, drawing);
    REQUIRE(given);
    CHECK(given->version == 2);
    auto const logo = world.read([](Call& call) { return logo_of(call.tx, vendor); });
    REQUIRE(logo);
    CHECK(given->logo == logo->path);
    CHECK(logo->bytes == "<svg/>");

    auto const taken = change(world, std::nullopt);
    REQUIRE(taken);
    CHECK_FALSE(taken->logo);
    CHECK_FALSE(world.read([](Call& call) { return logo_of(call.tx, vendor); }));
    CHECK(kinds_told(world) == Kinds{"BrandChanged", "BrandChanged"});
}

TEST_CASE("change_logo: the same picture twice is one change")
{
    support::World world;
    REQUIRE(change(world, drawing));
    CHECK(change(world, drawing)->version == 2);
    CHECK(kinds_told(world) == Kinds{"BrandChanged"});
}

TEST_CASE("change_logo: a picture that may be none, and an old version, are refused")
{
    support::World world;
    CHECK(change(world, NewLogo{"image/gif", "x"}).error().code == "logo.unknown_type");
    CHECK(change(world, drawing, 7).error().code == "http.stale");
    CHECK(support::facts_told(world).empty());
}
