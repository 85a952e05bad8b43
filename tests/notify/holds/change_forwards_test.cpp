#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Result<Forwards> change(support::World& world, BrandId brand, NewForwards const& wish)
{
    return world.write([&](Call& call) { return change_forwards(call, brand, wish); });
}

}  // namespace

TEST_CASE("change_forwards: a brand holds, and forwards at once again")
{
    support::for_each_database([](support::World& world) {
        auto const lens = partner_of(world);
        auto const now = [&] {
            return world.read([&](Call& call) { return forwards_of(call.tx, lens); });
        };
        CHECK(bool{now().mode == Forwarding::at_once});
        auto const held = change(
            world, lens,
            {.mode = Forwarding::held,
             .release_after_minutes = 30,
             .tell = address("duty@lens.test")});
        REQUIRE(held);
        CHECK(held->brand == lens);
        CHECK(now().release_after_minutes == 30);
        CHECK(now().tell == address("duty@lens.test"));
        REQUIRE(change(world, lens, {}));
        CHECK(bool{now().mode == Forwarding::at_once});
        CHECK(
            std::ranges::count(
                facts_told(world), support::ToldFact{"ForwardsChanged", lens.text()}) == 2);
    });
}

TEST_CASE("change_forwards: what cannot work is refused")
{
    support::World world;
    auto const lens = partner_of(world);
    CHECK(change(world, BrandId{77}, {}).error().code == "brand.not_found");
    CHECK(change(world, lens, {.release_after_minutes = 5}).error().code == "forwards.not_held");
    for (auto const minutes : {0, -1, 1441})
        CHECK(
            change(world, lens, {.mode = Forwarding::held, .release_after_minutes = minutes})
                .error()
                .code == "forwards.bad_delay");
    auto const bare = world.write([](Call& call) {
        accounts::NewBrand brand{.name = "Bare", .host = "status.bare.test"};
        brand.mail_from = address("care@bare.test");
        return accounts::add_brand(call, brand);
    });
    CHECK(
        change(world, bare->id, {.mode = Forwarding::held}).error().code ==
        "forwards.needs_address");
}
