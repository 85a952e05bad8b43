#include "team/attempts.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::World;

namespace {

Email const ada = *Email::parse("ada@team.example.test");

std::string attempt(World& world, std::string_view address, Email const& email)
{
    auto const may = world.write([&](Call& call) { return count_attempt(call, address, email); });
    return may ? "" : may.error().code;
}

}  // namespace

TEST_CASE("count_attempt: the eleventh guess at an address's password is too many, from anywhere")
{
    World world;
    for (int i = 0; i < most_attempts_an_email; ++i)
        CHECK(attempt(world, fmt::format("192.0.2.{}", i), ada).empty());
    CHECK(attempt(world, "198.51.100.1", ada) == "team.too_many_attempts");
    CHECK(
        attempt(world, "198.51.100.1", *Email::parse("ADA@team.example.test")) ==
        "team.too_many_attempts");
}

TEST_CASE("count_attempt: one place may not try everybody")
{
    World world;
    for (int i = 0; i < most_attempts_an_address; ++i)
        REQUIRE(attempt(world, "192.0.2.1", *Email::parse(fmt::format("p{}@x.test", i))).empty());
    CHECK(attempt(world, "192.0.2.1", ada) == "team.too_many_attempts");
    CHECK(attempt(world, "192.0.2.2", ada).empty());
}

TEST_CASE("count_attempt: whoever has a block of IPv6 addresses is one place")
{
    World world;
    for (int i = 0; i < most_attempts_an_address; ++i)
        REQUIRE(attempt(
                    world, fmt::format("2001:db8::{:x}", i + 1),
                    *Email::parse(fmt::format("p{}@x.test", i)))
                    .empty());
    CHECK(attempt(world, "2001:db8::ffff", ada) == "team.too_many_attempts");
    CHECK(attempt(world, "2001:db8:0:1::1", ada).empty());
}

TEST_CASE("count_attempt: it says when to try again, and then it is allowed")
{
    World world;
    for (int i = 0; i < most_attempts_an_email; ++i)
        REQUIRE(attempt(world, "192.0.2.1", ada).empty());
    world.pass(4min);
    auto const refused =
        world.write([&](Call& call) { return count_attempt(call, "192.0.2.1", ada); });
    REQUIRE(refused.has_error());
    CHECK(refused.error().retry_after_s == 361);
    world.pass(6min + 1s);
    CHECK(attempt(world, "192.0.2.1", ada).empty());
}

TEST_CASE("forgive_attempts: who came in starts anew")
{
    World world;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < most_attempts_an_email; ++i)
            REQUIRE(attempt(world, "192.0.2.1", ada).empty());
        world.write([](Call& call) { forgive_attempts(call, "192.0.2.1", ada); });
    }
    CHECK(attempt(world, "192.0.2.1", ada).empty());
}
