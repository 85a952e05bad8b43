#include "wire/webpush/keys.hpp"

#include "kernel/digest.hpp"
#include "wire/webpush/message.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::webpush;

TEST_CASE("key_pair_of: the open key is the one that belongs to the secret (RFC 8291, 5)")
{
    auto const secret = from_base64url("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").value();
    auto const pair = key_pair_of(secret);
    REQUIRE(pair);
    CHECK(
        to_base64url(pair->open) ==
        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
}

TEST_CASE("key_pair_of: zero, the order of the curve, and anything of another size are no keys")
{
    CHECK(!key_pair_of(std::string(32, '\0')));
    CHECK(!key_pair_of(std::string(32, '\xff')));
    CHECK(!key_pair_of(std::string(31, '\x01')));
    CHECK(key_pair_of(std::string(32, '\x01')));
}

TEST_CASE("is_open_key: a point that is not on the curve is none")
{
    auto open = new_key_pair().open;
    CHECK(is_open_key(open));
    open.back() = static_cast<char>(open.back() ^ 1);
    CHECK(!is_open_key(open));
    CHECK(!is_open_key(""));
    CHECK(!is_open_key(std::string(65, '\0')));
}

TEST_CASE("shared_secret: two know the same, and a third does not")
{
    auto const one = new_key_pair();
    auto const other = new_key_pair();
    auto const third = new_key_pair();
    REQUIRE(shared_secret(one, other.open));
    CHECK(shared_secret(one, other.open) == shared_secret(other, one.open));
    CHECK(shared_secret(one, other.open) != shared_secret(third, one.open));
    CHECK(!shared_secret(one, "not a point"));
}

TEST_CASE("sign: every signature has 64 bytes, and none is like another")
{
    auto const pair = new_key_pair();
    auto const first = sign(pair, "text");
    CHECK(first.size() == 64);
    CHECK(first != sign(pair, "text"));
}
