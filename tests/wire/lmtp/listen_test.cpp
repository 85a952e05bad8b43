#include "wire/lmtp/server.hpp"

#include <doctest/doctest.h>

namespace tellfirst::lmtp {
namespace {

TEST_CASE("Listen::parse reads an address and a port, or a socket file")
{
    CHECK(*Listen::parse("127.0.0.1:24") == Listen{.host = "127.0.0.1", .port = 24});
    CHECK(*Listen::parse("127.0.0.1:0") == Listen{.host = "127.0.0.1"});
    CHECK(*Listen::parse("[::1]:24") == Listen{.host = "::1", .port = 24});
    CHECK(*Listen::parse("unix:/run/a:b") == Listen{.unix_path = "/run/a:b"});
}

TEST_CASE("Listen::parse refuses everything else")
{
    for (std::string const text :
         {"", "127.0.0.1", ":24", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:24",
          "unix:relative"}) {
        CAPTURE(text);
        auto const listen = Listen::parse(text);
        REQUIRE(listen.has_error());
        CHECK(listen.error().code == "lmtp.bad_address");
    }
}

}  // namespace
}  // namespace tellfirst::lmtp
