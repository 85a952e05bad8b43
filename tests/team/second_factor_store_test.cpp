#include "support/database.hpp"
#include "team/somebody.hpp"
#include "team/store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::for_each_database;
using support::World;

TEST_CASE("store: a second factor comes back as saved, and a newer one replaces it")
{
    for_each_database([](World& world) {
        auto const ada = somebody(world, "ada").id;
        world.write([&](Call& call) {
            CHECK_FALSE(store::second_factor(call.tx, ada));
            store::put_second_factor(call.tx, ada, {.secret = {"one"}, .last_step = 5});
            store::put_second_factor(call.tx, ada, {.secret = {std::string{"t\0o", 3}}});
            auto const found = store::second_factor(call.tx, ada);
            REQUIRE(found);
            CHECK(found->secret.bytes == std::string_view{"t\0o", 3});
            CHECK(found->last_step == 0);
        });
    });
}

TEST_CASE("store: a step is taken once, and none before it afterwards")
{
    for_each_database([](World& world) {
        auto const ada = somebody(world, "ada").id;
        world.write([&](Call& call) {
            CHECK_FALSE(store::take_step(call.tx, ada, 7));
            store::put_second_factor(call.tx, ada, {.secret = {"s"}, .last_step = 0});
            CHECK(store::take_step(call.tx, ada, 7));
            CHECK_FALSE(store::take_step(call.tx, ada, 7));
            CHECK_FALSE(store::take_step(call.tx, ada, 6));
            CHECK(store::take_step(call.tx, ada, 8));
        });
    });
}

TEST_CASE("store: a recovery code is taken once, by its person, until newer ones replace it")
{
    for_each_database([](World& world) {
        auto const ada = somebody(world, "ada").id;
        auto const ben = somebody(world, "ben").id;
        world.write([&](Call& call) {
            store::put_recovery_codes(call.tx, ada, {"a", "b", "c"});
            store::put_recovery_codes(call.tx, ben, {"d"});
            CHECK(store::recovery_codes_left(call.tx, ada) == 3);
            CHECK_FALSE(store::take_recovery_code(call.tx, ben, "a"));
            CHECK(store::take_recovery_code(call.tx, ada, "a"));
            CHECK_FALSE(store::take_recovery_code(call.tx, ada, "a"));
            store::put_recovery_codes(call.tx, ada, {"e"});
            CHECK_FALSE(store::take_recovery_code(call.tx, ada, "b"));
            CHECK(store::recovery_codes_left(call.tx, ada) == 1);
            CHECK(store::recovery_codes_left(call.tx, ben) == 1);
        });
    });
}

TEST_CASE("store: a second factor is dropped with its recovery codes, and no other person's")
{
    for_each_database([](World& world) {
        auto const ada = somebody(world, "ada").id;
        auto const ben = somebody(world, "ben").id;
        world.write([&](Call& call) {
            for (auto const id : {ada, ben}) {
                store::put_second_factor(call.tx, id, {.secret = {"s"}, .last_step = 0});
                store::put_recovery_codes(call.tx, id, {"code of " + id.text()});
            }
            store::drop_second_factor(call.tx, ada);
            CHECK_FALSE(store::second_factor(call.tx, ada));
            CHECK(store::recovery_codes_left(call.tx, ada) == 0);
            CHECK(store::second_factor(call.tx, ben));
            CHECK(store::recovery_codes_left(call.tx, ben) == 1);
        });
    });
}
