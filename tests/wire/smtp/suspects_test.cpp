#include "wire/smtp/suspects.hpp"

#include <doctest/doctest.h>

namespace tellfirst::smtp {
namespace {

TEST_CASE("Suspects knows who is suspected for the second time, and begins anew after it")
{
    Suspects suspects;
    CHECK_FALSE(suspects.again("a@x"));
    CHECK_FALSE(suspects.again("b@x"));
    CHECK(suspects.again("a@x"));
    CHECK_FALSE(suspects.again("a@x"));
    CHECK(suspects.again("b@x"));
}

TEST_CASE("Suspects forgets the oldest")
{
    Suspects suspects;
    CHECK_FALSE(suspects.again("first@x"));
    for (int i = 0; i < 64; ++i)
        CHECK_FALSE(suspects.again(std::to_string(i)));
    CHECK_FALSE(suspects.again("first@x"));
    CHECK(suspects.again("63"));
}

}  // namespace
}  // namespace tellfirst::smtp
