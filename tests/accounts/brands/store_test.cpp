#include "accounts/brands/samples.hpp"
#include "accounts/store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

TEST_CASE("store: there is a default brand from the start")
{
    support::for_each_database([](support::World& world) {
        auto const brand = world.read([](Call& call) { return default_brand(call.tx); });
        CHECK(brand.name == "Support");
        CHECK(BrandId::parse(brand.id.text()) == brand.id);
        CHECK_FALSE(brand.host);
        CHECK_FALSE(brand.parent);
        CHECK(brand.contact == BrandContact{});
    });
}

TEST_CASE("store: a brand comes back as it was added, and as it was saved")
{
    support::for_each_database([](support::World& world) {
        Brand brand;
        static_cast<NewBrand&>(brand) = {
            .name = "Lens & Co",
            .host = "status.lens.test",
            .parent = BrandId{1},
            .accent = "#0a7f3c",
            .contact = {.text = "Weekdays", .email = address("help@lens.test")},
            .mail_from = address("help@lens.test"),
            .mail_name = "Lens",
            .language = "de"};
        brand.id = BrandId{7};
        auto const find = [&] {
            return to_json(*world.read([](Call& call) { return find_brand(call.tx, BrandId{7}); }));
        };
        CHECK(world.write([&](Call& call) { return store::add_brand(call.tx, brand); }));
        CHECK(find() == to_json(brand));

        brand.name = "Lens";
        brand.host.reset();
        brand.logo = "/logo-1.png";
        brand.version = 2;
        CHECK(world.write([&](Call& call) { return store::save_brand(call.tx, brand); }));
        CHECK(find() == to_json(brand));
        CHECK_FALSE(world.write([&](Call& call) { return store::save_brand(call.tx, brand); }));
    });
}

TEST_CASE("store: a host that is taken is not given twice")
{
    support::for_each_database([](support::World& world) {
        auto const add = [&](std::int64_t id) {
            Brand brand;
            brand.name = "Lens";
            brand.host = "status.lens.test";
            brand.id = BrandId{id};
            return world.write([&](Call& call) { return store::add_brand(call.tx, brand); });
        };
        CHECK(add(7));
        CHECK_FALSE(add(8));
    });
}

TEST_CASE("brands: they are listed in pages, the default among them")
{
    support::for_each_database([](support::World& world) {
        auto const lens = add_brand(world, partner("Lens", "a.test"));
        auto const page = [&](std::optional<BrandId> after) {
            return world.read([&](Call& call) { return brands(call.tx, after, 1); });
        };
        REQUIRE(page({}).size() == 1);
        CHECK(page({}).front().is_default);
        REQUIRE(page(BrandId{1}).size() == 1);
        CHECK(page(BrandId{1}).front().id == lens.id);
        CHECK(page(lens.id).empty());
    });
}

TEST_CASE("brand_of_host: port, case and a closing dot do not count; a stranger's host is ours")
{
    support::for_each_database([](support::World& world) {
        (void)add_brand(world, partner("Other", "status.other.test"));
        world.read([](Call& call) {
            CHECK(brand_of_host(call.tx, "Status.Other.test:8443").name == "Other");
            CHECK(brand_of_host(call.tx, "status.other.test.").name == "Other");
            CHECK(brand_of_host(call.tx, "elsewhere.test").name == "Support");
            CHECK(brand_of_host(call.tx, "").name == "Support");
            return 0;
        });
    });
}

TEST_CASE("store: a logo is kept, replaced and dropped")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            CHECK_FALSE(logo_of(call.tx, BrandId{1}));
            store::keep_logo(call.tx, BrandId{1}, {"/logo-1.png", "image/png", "\x89one"});
            store::keep_logo(call.tx, BrandId{1}, {"/logo-2.svg", "image/svg+xml", "<svg/>"});
            auto const logo = logo_of(call.tx, BrandId{1});
            REQUIRE(logo);
            CHECK(logo->path == "/logo-2.svg");
            CHECK(logo->type == "image/svg+xml");
            CHECK(logo->bytes == "<svg/>");
            store::drop_logo(call.tx, BrandId{1});
            CHECK_FALSE(logo_of(call.tx, BrandId{1}));
        });
    });
}

TEST_CASE("store: an account's brand is its contacts' too")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        world.write([&](Call& call) { store::set_brand(call.tx, ada.id, BrandId{7}); });
        auto const brands = world.read([&](Call& call) {
            return call.tx.all<BrandId>(R"sql(
                SELECT brand
                FROM   accounts_audience)sql");
        });
        CHECK(brands == std::vector{BrandId{7}});
        auto const found = world.read([&](Call& call) { return find_account(call.tx, ada.id); });
        CHECK(found->brand == BrandId{7});
        CHECK(found->version == ada.version + 1);
    });
}

TEST_CASE("plans_of_brand: each plan that an account of the brand is on, once")
{
    support::for_each_database([](support::World& world) {
        auto const lens = add_brand(world, partner("Lens", "a.test"));
        auto const pro = add_plan(world);
        (void)add_plan(world, plan_named("Free"));
        for (auto const* const name : {"One", "Two"})
            add_account(world, {.name = name, .plan = pro, .brand = lens.id});
        auto const plans = [&](BrandId id) {
            return world.read([&](Call& call) { return plans_of_brand(call.tx, id); });
        };
        CHECK(plans(lens.id) == std::vector{pro});
        CHECK(plans(BrandId{1}).empty());
    });
}
