// The expected signatures were made by Python's hmac module; a scenario in the browser tests has
// the whole checked by the library that receivers use.
#include "wire/webhook/standard.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace tellfirst;
using namespace std::chrono_literals;

namespace {

constexpr Instant at = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 10h;

std::string counted(std::size_t size, char first)
{
    std::string bytes(size, '\0');
    std::iota(bytes.begin(), bytes.end(), first);
    return bytes;
}

std::string const shortest = counted(24, '\0');
std::string const longest = counted(64, 'd');

std::string header(webhook::Headers const& headers, std::string_view name)
{
    for (auto const& [each, value] : headers)
        if (each == name)
            return value;
    return "";
}

}  // namespace

TEST_CASE("signed_headers: the signature is over id, second and body")
{
    struct Row {
        std::string_view id;
        Instant at;
        std::string_view body;
        std::string_view by_shortest;
        std::string_view by_longest;
    };
    std::array<Row, 5> const rows{{
        {"whd_a3ykna5rdmnm", at, R"({"type":"ping"})",
         "LSUK97fEwmVp7lpZE3Ae9COkE2Kv5cljotwtZw9GAVU=",
         "CcC52X+iSenu52RpSKr5DHE6Zc1JYBEaBWRMCwOoT5Q="},
        {"whd_a3ykna5rdmnm", at + 999ms, R"({"type":"ping"})",
         "LSUK97fEwmVp7lpZE3Ae9COkE2Kv5cljotwtZw9GAVU=",
         "CcC52X+iSenu52RpSKr5DHE6Zc1JYBEaBWRMCwOoT5Q="},
        {"whd_a3ykna5rdmnm", at + 1s, R"({"type":"ping"})",
         "+n/pBcr5SWYINsqq2plQ8HMyrlWOQd8/3pV7x06ucoY=",
         "PwwC/W7gBj4NZBAHIAx1UFdls9lwXFVdrDslJC/dqq8="},
        {"whd_b", at, "{\"text\":\"St\xc3\xb6rung \xf0\x9f\x94\xa5\"}",
         "LViR0O7dbfdjhb7f/VXFKJ9wEIub7lDHZCb5jGl9sXE=",
         "qBSNa+y87cvZ2ZgvGd60/xIIff67bnLwe1Ao459+VOw="},
        {"whd_c", Instant{}, "", "LTpiiTyhhh1jLorOePUHpKj4UW9X9bzSdQ6HFrfVRyE=",
         "WY8tT1TaorCvCq11i1EMeahvLE2sPA0Ti+Bh7Fx6HGM="},
    }};
    for (auto const& row : rows) {
        CAPTURE(row.id);
        CAPTURE(row.body);
        webhook::Message const message{.id = row.id, .at = row.at, .body = row.body};
        auto const sign = [&](std::string const& secret) {
            return header(
                webhook::signed_headers(message, std::vector{secret}), "webhook-signature");
        };
        CHECK(sign(shortest) == "v1," + std::string{row.by_shortest});
        CHECK(sign(longest) == "v1," + std::string{row.by_longest});
    }
}

TEST_CASE("signed_headers: id and second stand beside the signature")
{
    auto const headers = webhook::signed_headers(
        {.id = "whd_b", .at = at + 1500ms, .body = "{}"}, std::vector{shortest});
    CHECK(header(headers, "webhook-id") == "whd_b");
    CHECK(header(headers, "webhook-timestamp") == "1772618401");
    CHECK(headers.size() == 3);
}

TEST_CASE("signed_headers: while a secret is replaced, each of the two signs")
{
    webhook::Message const message{.id = "whd_b", .at = at, .body = "{}"};
    auto const one = webhook::signed_headers(message, std::vector{shortest});
    auto const other = webhook::signed_headers(message, std::vector{longest});
    auto const both = webhook::signed_headers(message, std::vector{shortest, longest});
    CHECK(
        header(both, "webhook-signature") ==
        header(one, "webhook-signature") + " " + header(other, "webhook-signature"));
}

TEST_CASE("secret_text: is base64 behind a word that says what it is")
{
    CHECK(webhook::secret_text(shortest) == "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    CHECK(
        webhook::secret_text("0123456789abcdef0123456789abcdef") ==
        "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
}
