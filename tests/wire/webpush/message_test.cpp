#include "wire/webpush/message.hpp"

#include "kernel/digest.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::webpush;

namespace {

std::string bytes(std::string_view text)
{
    return from_base64url(text).value();
}

// RFC 8291, section 5 and appendix A.
Browser const browser{
    .open_key = bytes(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
    .auth = bytes("BTBZMqHH6r4Tts7J_aSIgg")};

Fresh with()
{
    return {
        .keys = key_pair_of(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).value(),
        .salt = bytes("DGv6ra1nlYgDCS1FRnbzlw")};
}

}  // namespace

TEST_CASE("sealed: the example of RFC 8291 comes out byte for byte")
{
    auto const body = sealed("When I grow up, I want to be a watermelon", browser, with());
    REQUIRE(body);
    CHECK(
        to_base64url(*body) ==
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWA"
        "mS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxs"
        "j_Qulcy4a-fN");
}

TEST_CASE("sealed: nothing is made for keys that are none, or of a text that is too long")
{
    CHECK(sealed(std::string(most_text_bytes, 'x'), browser, with())->size() == 4096);
    CHECK(!sealed(std::string(most_text_bytes + 1, 'x'), browser, with()));
    CHECK(!sealed("x", {.open_key = browser.open_key, .auth = "short"}, with()));
    CHECK(!sealed("x", {.open_key = std::string(65, '\x04'), .auth = browser.auth}, with()));
}

TEST_CASE("fresh: no two are the same")
{
    auto const one = fresh();
    auto const other = fresh();
    CHECK(one.salt != other.salt);
    CHECK(one.keys != other.keys);
    CHECK(one.salt.size() == 16);
}

TEST_CASE("authorization: the claims name the service, an end and whom to ask")
{
    auto const header = authorization(
        with().keys, {.audience = "https://push.example",
                      .subject = "mailto:a@b.test",
                      .until = from_micros(1'700'000'000'500'000)});
    auto const token = header.substr(header.find("t=") + 2);
    CHECK(header.starts_with("vapid t="));
    CHECK(header.ends_with(", k=" + to_base64url(with().keys.open)));
    auto const dot = token.find('.');
    CHECK(from_base64url(token.substr(0, dot)) == R"({"typ":"JWT","alg":"ES256"})");
    auto const next = token.find('.', dot + 1);
    CHECK(
        from_base64url(token.substr(dot + 1, next - dot - 1)) ==
        R"({"aud":"https://push.example","exp":1700000000,"sub":"mailto:a@b.test"})");
    CHECK(from_base64url(token.substr(next + 1, token.find(',') - next - 1))->size() == 64);
}

TEST_CASE("from_base64url: what is not written as it should be is none")
{
    CHECK(from_base64url("-_8") == "\xfb\xff");
    CHECK(from_base64url("") == "");
    for (auto const* const bad : {"+/8", "-_8=", "-_9", "a", "a b", "é"})
        CHECK(!from_base64url(bad));
}
