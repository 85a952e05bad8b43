#include "db/house.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::support;

namespace {

void raise(Call& call)
{
    db::raise_data_epoch(call.tx);
}

std::int64_t epoch(World& world)
{
    return world.read([](Call& call) { return db::data_epoch(call.tx); });
}

}  // namespace

TEST_CASE("House: a verb that answers a value, or nothing, is committed")
{
    World world;
    auto const before = epoch(world);
    world.write(raise);
    CHECK(world.write([](Call& call) {
        raise(call);
        return 7;
    }) == 7);
    CHECK(*world.write([](Call& call) -> Result<int> {
        raise(call);
        return 8;
    }) == 8);
    CHECK(epoch(world) == before + 3);
}

TEST_CASE("House: a verb that refuses or throws has written nothing")
{
    World world;
    auto const before = epoch(world);
    auto const refused = world.write([](Call& call) -> Result<int> {
        raise(call);
        return not_found("epoch");
    });
    CHECK(refused.error().code == "epoch.not_found");
    CHECK_THROWS_AS(
        world.write([](Call& call) {
            raise(call);
            throw std::out_of_range{"a bug"};
        }),
        std::out_of_range);
    CHECK(epoch(world) == before);
}

TEST_CASE("House: the verb knows its actor and the house's time")
{
    World world;
    world.pass(std::chrono::hours{2});
    Actor const anna{.kind = Actor::Kind::person, .id = 5};
    world.write(anna, [&](Call& call) {
        CHECK(call.actor == anna);
        CHECK(call.now == test_start + std::chrono::hours{2});
    });
}
