#include "team/tokens.hpp"

#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::World;

namespace {

Result<MadeToken> make(World& world, Actor const& actor, NewToken const& wish)
{
    return world.write(actor, [&](Call& call) { return create_token(call, wish); });
}

Actor as_token(MadeToken const& made, RightSet rights)
{
    return {.kind = Actor::Kind::token, .id = made.token.id.value(), .rights = rights};
}

std::string code_of(Result<MadeToken> const& made)
{
    return made ? "" : made.error().code;
}

}  // namespace

TEST_CASE("create_token: it lives for a year with all rights of its role")
{
    World world;
    auto const made = make(world, Actor::system(), {.name = " ci ", .role = Role::agent});
    REQUIRE(made);
    CHECK(made->secret.starts_with("tf_"));
    CHECK(made->secret.size() == 46);
    CHECK(made->token.name == "ci");
    CHECK(made->token.rights == list_of(rights_of(Role::agent)));
    CHECK(made->token.expires_at == world.now() + 365 * 24h);
    CHECK(facts_told(world) == support::Told{{"TokenCreated", made->token.id.text()}});
}

TEST_CASE("create_token: narrowed, it has no more than was asked for and than the role has")
{
    World world;
    auto const made = make(
        world, Actor::system(),
        {.name = "reader",
         .role = Role::agent,
         .rights = std::vector{Right::read_tickets, Right::manage_team}});
    REQUIRE(made);
    CHECK(made->token.rights == std::vector{Right::signed_in, Right::read_tickets});
}

TEST_CASE("create_token: nobody gives away what he does not have")
{
    World world;
    auto const lead = as(somebody(world, "ada", Role::lead));
    CHECK(code_of(make(world, lead, {.name = "x", .role = Role::owner})) == "token.too_wide");
    CHECK(code_of(make(world, lead, {.name = "x", .role = Role::agent})).empty());
    auto const agent = as(somebody(world, "ben"));
    CHECK(code_of(make(world, agent, {.name = "x", .role = Role::auditor})) == "token.too_wide");
    CHECK(code_of(
              make(
                  world, agent,
                  {.name = "x", .role = Role::auditor, .rights = std::vector{Right::read_tickets}}))
              .empty());
}

TEST_CASE("create_token: a token makes no successor unless it may manage tokens")
{
    World world;
    auto const agents = make(world, Actor::system(), {.name = "a", .role = Role::agent});
    REQUIRE(agents);
    CHECK(
        code_of(make(world, as_token(*agents, rights_of(Role::agent)), {.name = "b"})) ==
        "token.too_wide");
    auto const owners = make(world, Actor::system(), {.name = "o", .role = Role::owner});
    REQUIRE(owners);
    CHECK(code_of(make(world, as_token(*owners, rights_of(Role::owner)), {.name = "b"})).empty());
}

TEST_CASE("create_token: no name and no future are refused")
{
    World world;
    CHECK(code_of(make(world, Actor::system(), {.name = " "})) == "token.needs_name");
    CHECK(
        code_of(make(world, Actor::system(), {.name = "x", .expires_at = world.now()})) ==
        "token.expired");
}

TEST_CASE("create_token: what a token makes dies with the person behind it")
{
    World world;
    somebody(world, "olga", Role::owner);
    auto const otto = somebody(world, "otto", Role::owner);
    auto const first = make(world, as(otto), {.name = "first", .role = Role::owner});
    REQUIRE(first);
    auto const second = make(world, as_token(*first, rights_of(Role::owner)), {.name = "second"});
    REQUIRE(second);
    REQUIRE(world.write([&](Call& call) { return disable(call, otto.id); }));
    auto const stored =
        world.read([&](Call& call) { return store::token(call.tx, second->token.id); });
    CHECK_FALSE(is_alive(*stored, world.now()));
}

TEST_CASE("is_alive: a token ends at its hour and when it is revoked")
{
    auto const now = support::test_start;
    CHECK(is_alive(store::StoredToken{.expires_at = now + 1us}, now));
    CHECK_FALSE(is_alive(store::StoredToken{.expires_at = now}, now));
    CHECK_FALSE(is_alive(store::StoredToken{.expires_at = now + 1h, .revoked_at = now}, now));
}

TEST_CASE("revoke_token: one's own, and for whoever manages tokens any")
{
    World world;
    auto const ada = as(somebody(world, "ada"));
    auto const ben = as(somebody(world, "ben"));
    auto const olga = as(somebody(world, "olga", Role::owner));
    auto const made = make(world, ada, {.name = "x"});
    REQUIRE(made);
    auto const revoke = [&](Actor const& actor) {
        return world.write(actor, [&](Call& call) { return revoke_token(call, made->token.id); });
    };
    auto const refused = revoke(ben);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "token.not_found");
    auto const revoked = revoke(ada);
    REQUIRE(revoked);
    CHECK(revoked->revoked_at == world.now());

    auto const told = facts_told(world);
    CHECK(told.back() == support::ToldFact{"TokenRevoked", made->token.id.text()});
    world.pass(1h);
    auto const again = revoke(olga);
    REQUIRE(again);
    CHECK(again->revoked_at == revoked->revoked_at);
    CHECK(facts_told(world) == told);
}

TEST_CASE("list_tokens: one's own, newest first; all for whoever manages tokens")
{
    World world;
    auto const ada = as(somebody(world, "ada"));
    auto const ben = as(somebody(world, "ben"));
    auto const olga = as(somebody(world, "olga", Role::owner));
    REQUIRE(make(world, ada, {.name = "one"}));
    REQUIRE(make(world, ben, {.name = "two"}));
    REQUIRE(make(world, ada, {.name = "three"}));
    auto const names = [&](Actor const& actor) {
        std::string text;
        for (auto const& token :
             world.read(actor, [](Call& call) { return list_tokens(call, {}, 50); }))
            text += token.name + " ";
        return text;
    };
    CHECK(names(ada) == "three one ");
    CHECK(names(olga) == "three two one ");
    CHECK(names(Actor{.kind = Actor::Kind::token, .id = 5, .rights = ada.rights}).empty());
}
