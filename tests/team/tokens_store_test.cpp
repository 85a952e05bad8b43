#include "support/database.hpp"
#include "team/somebody.hpp"
#include "team/store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::for_each_database;
using support::World;

TEST_CASE("store: a token comes back as saved; revoking keeps the first moment")
{
    for_each_database([](World& world) {
        auto const ada = somebody(world, "ada").id;
        store::StoredToken const token{
            .id = TokenId{1},
            .name = "ci",
            .role = Role::lead,
            .narrowed = std::vector{Right::read_tickets},
            .made_by = ada,
            .created_at = world.now(),
            .expires_at = world.now() + 1h};
        world.write([&](Call& call) {
            store::insert_token(call.tx, token, "h1");
            auto const found = store::token_by_hash(call.tx, "h1");
            REQUIRE(found);
            CHECK(write_json(to_json(*found)) == write_json(to_json(token)));
            CHECK_FALSE(store::token_by_hash(call.tx, "h2"));
            store::revoke(call.tx, token.id, world.now());
            store::revoke_tokens_of(call.tx, ada, world.now() + 1s);
            CHECK(store::token(call.tx, token.id)->revoked_at == world.now());
        });
    });
}

TEST_CASE("store: tokens are paged newest first, of one maker or of all")
{
    for_each_database([](World& world) {
        auto const ada = somebody(world, "ada").id;
        world.write([&](Call& call) {
            for (std::int64_t id = 1; id <= 4; ++id) {
                store::StoredToken token{.id = TokenId{id}, .name = "x"};
                if (id % 2 == 0)
                    token.made_by = ada;
                store::insert_token(call.tx, token, fmt::format("h{}", id));
            }
            auto const ids = [&](std::optional<PersonId> maker, std::optional<TokenId> after) {
                std::vector<std::int64_t> list;
                for (auto const& one : store::tokens(call.tx, maker, after, 3))
                    list.push_back(one.id.value());
                return list;
            };
            CHECK(ids({}, {}) == std::vector<std::int64_t>{4, 3, 2});
            CHECK(ids({}, TokenId{2}) == std::vector<std::int64_t>{1});
            CHECK(ids(ada, {}) == std::vector<std::int64_t>{4, 2});
        });
    });
}
