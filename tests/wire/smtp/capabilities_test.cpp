#include "wire/smtp/capabilities.hpp"

#include <doctest/doctest.h>

namespace tellfirst::smtp {
namespace {

TEST_CASE("read_capabilities finds what a relay offers, in any case and among unknown words")
{
    CHECK(read_capabilities("relay.example").pipelining == false);
    CHECK(read_capabilities("PIPELINING") == Capabilities{});  // the first line is a greeting
    CHECK(
        read_capabilities(
            "r\nPipelining\nX-NEW 1\nCHUNKING\nSTARTTLS\n8BITMIME\nSMTPUTF8\nSIZE 1000\n"
            "AUTH CRAM-MD5 PLAIN LOGIN XOAUTH2") == Capabilities{
                                                        .pipelining = true,
                                                        .chunking = true,
                                                        .starttls = true,
                                                        .eight_bit = true,
                                                        .utf8 = true,
                                                        .auth_plain = true,
                                                        .auth_login = true,
                                                        .auth_xoauth2 = true,
                                                        .size = true,
                                                        .largest = 1000});
    CHECK(read_capabilities("r\nSIZE") == Capabilities{.size = true});
    CHECK(read_capabilities("r\nSIZE 0") == Capabilities{.size = true});
    CHECK(read_capabilities("r\nSIZE many") == Capabilities{.size = true});
    CHECK(read_capabilities("r\n\n\n") == Capabilities{});
}

}  // namespace
}  // namespace tellfirst::smtp
