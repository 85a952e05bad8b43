#include "accounts/store.hpp"

#include "accounts/samples.hpp"

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
    });
}

TEST_CASE("store: a brand comes back as it was saved")
{
    support::for_each_database([](support::World& world) {
        Brand const wish{
            .id = BrandId{1},
            .name = "Smug",
            .host = "status.smug.test",
            .mail_from = address("help@smug.test"),
            .version = 2};
        world.write([&](Call& call) { store::save_brand(call.tx, wish); });
        auto const found = world.read([](Call& call) { return default_brand(call.tx); });
        CHECK(to_json(found) == to_json(wish));
    });
}

TEST_CASE("brand_of_host: port, case and a closing dot do not count; a stranger's host is ours")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            // Two rows, so that "found" and "fell back" can be told apart.
            call.tx.run(R"sql(
                INSERT INTO accounts_brands (id, name, host, mail_from, is_default, version)
                VALUES (2, 'Other', 'status.other.test', NULL, 0, 1))sql");
            CHECK(brand_of_host(call.tx, "Status.Other.test:8443").name == "Other");
            CHECK(brand_of_host(call.tx, "status.other.test.").name == "Other");
            CHECK(brand_of_host(call.tx, "elsewhere.test").name == "Support");
            CHECK(brand_of_host(call.tx, "").name == "Support");
        });
    });
}
