#include "notify/fanout/approval.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using Kind = Actor::Kind;

TEST_CASE("needs_approval: what a person or a program says to many waits, and to a few it does not")
{
    for (auto const kind : {Kind::person, Kind::token}) {
        CHECK(needs_approval({.by = kind, .is_for_many = true}));
        CHECK_FALSE(needs_approval({.by = kind, .is_for_many = false}));
        CHECK_FALSE(needs_approval({.by = kind, .is_for_many = false, .follows_unapproved = true}));
    }
}

TEST_CASE("needs_approval: what the system repeats waits only where the word itself still waits")
{
    CHECK_FALSE(needs_approval({.by = Kind::system, .is_for_many = true}));
    CHECK(needs_approval({.by = Kind::system, .is_for_many = true, .follows_unapproved = true}));
}
