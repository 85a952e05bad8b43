#include "kernel/actor.hpp"
#include "kernel/enums.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;

TEST_CASE("actor: its text names who it was")
{
    CHECK(Actor::system().text() == "system");
    CHECK(Actor::nobody().text() == "nobody");
    CHECK(Actor{.kind = Actor::Kind::person, .id = 1}.text() == "per_aaaaaaaaaaab");
    CHECK(Actor{.kind = Actor::Kind::token, .id = 1}.text() == "tok_aaaaaaaaaaab");
    CHECK(Actor{.kind = Actor::Kind::contact, .id = 1}.text() == "con_aaaaaaaaaaab");
}

TEST_CASE("rights: the system may do everything, nobody only what anyone may")
{
    for (auto const name : names_of<Right>()) {
        auto const right = parse_enum<Right>(name);
        REQUIRE(right);
        CAPTURE(name);
        CHECK(Actor::system().rights.has(*right));
        CHECK(Actor::nobody().rights.has(*right) == (*right == Right::anyone));
    }
}

TEST_CASE("rights: a set has what was put in and nothing else")
{
    RightSet const rights{Right::read_tickets, Right::answer_tickets};
    CHECK(rights.has(Right::read_tickets));
    CHECK(rights.has(Right::anyone));
    CHECK_FALSE(rights.has(Right::signed_in));
    CHECK_FALSE(rights.has(Right::import_data));
}

TEST_CASE("rights: a token's scope can only take away")
{
    RightSet const role{Right::read_tickets, Right::answer_tickets};
    RightSet const scope{Right::read_tickets, Right::manage_team};
    CHECK((role & scope) == RightSet{Right::read_tickets});
    CHECK((role | scope).has(Right::manage_team));
}
