#include "kernel/digest.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;

TEST_CASE("sha256: the examples of FIPS 180-4")
{
    CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(
        to_hex(sha256("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(
        to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("uuid_of: a name has one UUID for ever, of version 8 and RFC 9562's variant")
{
    CHECK(uuid_of("abc") == "ba7816bf-8f01-8fea-8141-40de5dae2223");
    CHECK(uuid_of("abd") != uuid_of("abc"));
}

TEST_CASE("hmac_sha256: the test cases of RFC 4231")
{
    CHECK(
        to_hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(
        to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(
        to_hex(hmac_sha256(
            std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("to_base64: the examples of RFC 4648")
{
    CHECK(to_base64("").empty());
    CHECK(to_base64("f") == "Zg==");
    CHECK(to_base64("fo") == "Zm8=");
    CHECK(to_base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("to_base64url: has neither padding nor a character that an address must escape")
{
    CHECK(to_base64url("\xfb\xff\xfe") == "-__-");
    CHECK(to_base64url("f") == "Zg");
}

TEST_CASE("equal_in_constant_time: says what == says")
{
    CHECK(equal_in_constant_time("", ""));
    CHECK(equal_in_constant_time("secret", "secret"));
    CHECK_FALSE(equal_in_constant_time("secret", "secres"));
    CHECK_FALSE(equal_in_constant_time("secret", "secret!"));
}

TEST_CASE("random_secret: 43 characters that an address need not escape, never the same twice")
{
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const secret = random_secret();
        CHECK(secret.size() == 43);
        CHECK(
            secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789-_") == std::string::npos);
        seen.insert(secret);
    }
    CHECK(seen.size() == 1000);
}

TEST_CASE("random_bytes: gives as many as were asked for")
{
    CHECK(random_bytes(0).empty());
    CHECK(random_bytes(33).size() == 33);
}
