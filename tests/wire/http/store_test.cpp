#include "wire/http/store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

TEST_CASE("store: a key is claimed once, and its answer comes back as it was kept")
{
    support::for_each_database([](support::World& world) {
        store::KeptAnswer const answer{
            .request_hash = "h",
            .status = 201,
            .type = "application/json",
            .headers = {{"etag", "\"1\""}, {"location", "/x"}},
            .body = {std::string{"\0\xff{}", 4}}};
        world.write([&](Call& call) {
            CHECK(store::claim(call.tx, "scope", "key", "h", call.now));
            store::keep(call.tx, "scope", "key", answer);
        });
        world.write([&](Call& call) {
            CHECK(!store::claim(call.tx, "scope", "key", "other", call.now));
            CHECK(store::claim(call.tx, "elsewhere", "key", "h", call.now));
        });
        auto const found =
            world.read([](Call& call) { return store::find(call.tx, "scope", "key"); });
        REQUIRE(found);
        CHECK(found->request_hash == "h");
        CHECK(found->status == 201);
        CHECK(found->type == answer.type);
        CHECK(found->headers == answer.headers);
        CHECK(found->body == answer.body);
    });
}

TEST_CASE("store: forgets what is older than a moment, all of it or one key")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const* key : {"a", "b", "c"})
                CHECK(store::claim(call.tx, "scope", key, "h", call.now));
            store::forget_one(call.tx, "scope", "a", call.now);  // not older
            store::forget_one(call.tx, "scope", "b", call.now + 1s);
            CHECK(!store::claim(call.tx, "scope", "a", "h", call.now));
            CHECK(store::claim(call.tx, "scope", "b", "h", call.now));
            CHECK(store::forget(call.tx, call.now) == 0);
            CHECK(store::forget(call.tx, call.now + 1s) == 3);
        });
    });
}
