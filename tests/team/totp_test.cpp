#include "team/totp.hpp"

#include "kernel/digest.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view secret = "12345678901234567890";
constexpr Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 12h;
constexpr std::int64_t never = -1;

}  // namespace

TEST_CASE("totp_code: the test vectors of RFC 6238, appendix B")
{
    struct Row {
        std::int64_t seconds;
        std::string_view code;  // the last six of their eight digits
    };
    for (auto const& row : std::vector<Row>{
             {59, "287082"},
             {1111111109, "081804"},
             {1111111111, "050471"},
             {1234567890, "005924"},
             {2000000000, "279037"},
             {20000000000, "353130"}}) {
        CAPTURE(row.seconds);
        auto const at = Instant{std::chrono::seconds{row.seconds}};
        CHECK(totp_code(secret, totp_step(at)) == row.code);
    }
}

TEST_CASE("totp_match: a code is good in its own step and one on either side of it")
{
    auto const code = totp_code(secret, totp_step(noon));
    CHECK_FALSE(totp_match(secret, code, noon - 31s, never));
    CHECK(totp_match(secret, code, noon - 30s, never) == totp_step(noon));
    CHECK(totp_match(secret, code, noon, never) == totp_step(noon));
    CHECK(totp_match(secret, code, noon + 1min - 1us, never) == totp_step(noon));
    CHECK_FALSE(totp_match(secret, code, noon + 1min, never));
}

TEST_CASE("totp_match: no code is good twice, nor is one from before it")
{
    auto const here = totp_step(noon);
    CHECK_FALSE(totp_match(secret, totp_code(secret, here), noon, here));
    CHECK_FALSE(totp_match(secret, totp_code(secret, here - 1), noon, here));
    CHECK(totp_match(secret, totp_code(secret, here + 1), noon, here) == here + 1);
}

TEST_CASE("totp_match: what is no code, or another secret's, is none")
{
    for (std::string_view const code : {"", "0", "abcdef", "1234567", "12345"})
        CHECK_FALSE(totp_match(secret, code, noon, never));
    auto const others = totp_code("another secret of ours", totp_step(noon));
    CHECK_FALSE(totp_match(secret, others, noon, never));
}

TEST_CASE("to_base32: the test vectors of RFC 4648, section 10, without their padding")
{
    struct Row {
        std::string_view bytes, text;
    };
    for (auto const& row : std::vector<Row>{
             {"", ""},
             {"f", "MY"},
             {"fo", "MZXQ"},
             {"foo", "MZXW6"},
             {"foob", "MZXW6YQ"},
             {"fooba", "MZXW6YTB"},
             {"foobar", "MZXW6YTBOI"}})
        CHECK(to_base32(row.bytes) == row.text);
}

TEST_CASE("to_base32: different bytes have different texts")
{
    CHECK(rc::check([](std::string const& a, std::string const& b) {
        RC_ASSERT((to_base32(a) == to_base32(b)) == (a == b));
    }));
}

TEST_CASE("totp_uri: names us and the person, and says how codes are made")
{
    CHECK(
        totp_uri("Tellfirst help.example.test", "ada@team.example.test", "foobar") ==
        "otpauth://totp/Tellfirst%20help.example.test:ada%40team.example.test?secret=MZXW6YTBOI"
        "&issuer=Tellfirst%20help.example.test&algorithm=SHA1&digits=6&period=30");
}
