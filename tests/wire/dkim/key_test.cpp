#include "wire/dkim/key.hpp"

#include "kernel/digest.hpp"
#include "wire/dkim/canonical.hpp"
#include "wire/dkim/key_samples.hpp"

#include <doctest/doctest.h>

namespace tellfirst::dkim {
namespace {

// RFC 8463 appendix A.
constexpr std::string_view message =
    "From: Joe SixPack <joe@football.example.com>\r\n"
    "To: Suzie Q <suzie@shopping.example.net>\r\n"
    "Subject: Is dinner ready?\r\n"
    "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n"
    "Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n"
    "\r\n"
    "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
constexpr std::string_view signature_field =
    "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
    " subject : date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b=";

std::string refusal_of(std::string_view pem)
{
    auto const key = Key::parse(pem);
    return key ? "" : key.error().detail;
}

TEST_CASE("Key signs the example of RFC 8463 with Ed25519 as the RFC does")
{
    auto const parts = take_apart(message);
    CHECK(
        to_base64(sha256(relaxed_body(parts.body))) ==
        "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    std::string fields;
    for (auto const field : parts.fields)
        fields += relaxed_field(field) + "\r\n";
    auto const key = Key::parse(samples::ed25519).value();
    CHECK(key.algorithm() == "ed25519-sha256");
    CHECK(
        to_base64(key.sign(fields + relaxed_field(signature_field))) ==
        "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
}

TEST_CASE("Key signs with RSA what its public half verifies, and nothing else")
{
    auto const pair = samples::rsa();
    auto const key = Key::parse(samples::pem_of(pair)).value();
    CHECK(key.algorithm() == "rsa-sha256");
    auto const signature = key.sign("hello");
    for (std::string_view const said : {"hello", "hullo"}) {
        std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> const context{
            EVP_MD_CTX_new(), EVP_MD_CTX_free};
        REQUIRE(
            EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, pair.get()) == 1);
        auto const verified = EVP_DigestVerify(
            context.get(), reinterpret_cast<unsigned char const*>(signature.data()),
            signature.size(), reinterpret_cast<unsigned char const*>(said.data()), said.size());
        CHECK((verified == 1) == (said == "hello"));
    }
}

TEST_CASE("Key says of what it cannot take why, and what to do")
{
    CHECK(refusal_of("").contains("openssl genpkey"));
    CHECK(refusal_of("-----BEGIN PRIVATE KEY-----\nnonsense\n").contains("openssl genpkey"));
    CHECK(refusal_of(samples::pem_of(samples::rsa(), "pw")).contains("without a password"));
    CHECK(refusal_of(samples::pem_of(samples::rsa(1024))).contains("2048"));
    samples::OwnedKey const curve{EVP_EC_gen("P-256"), EVP_PKEY_free};
    CHECK(refusal_of(samples::pem_of(curve)).contains("neither RSA nor Ed25519"));
}

}  // namespace
}  // namespace tellfirst::dkim
