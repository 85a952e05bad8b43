#include "wire/http/peer.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace tellfirst::http;

TEST_CASE("client_address: what a stranger says of himself is not believed")
{
    CHECK(client_address("198.51.100.7", "203.0.113.1", {}) == "198.51.100.7");
}

TEST_CASE("client_address: a trusted proxy's own word is the last one of the header")
{
    std::vector<std::string> const trusted{"127.0.0.1"};
    CHECK(client_address("127.0.0.1", "10.9.9.9, 203.0.113.1", trusted) == "203.0.113.1");
    CHECK(client_address("127.0.0.1", "", trusted) == "127.0.0.1");
    CHECK(client_address("127.0.0.2", "203.0.113.1", trusted) == "127.0.0.2");
}

TEST_CASE("rate_key: a whole /64 of IPv6 is one peer, an IPv4 address is another")
{
    CHECK(rate_key("2001:db8:1:2:3::1") == rate_key("2001:db8:1:2:4:5:6:7"));
    CHECK(rate_key("2001:db8:1:2::1") != rate_key("2001:db8:1:3::1"));
    CHECK(rate_key("::ffff:192.0.2.1") != rate_key("::ffff:192.0.2.2"));
    CHECK(rate_key("192.0.2.1") != rate_key("192.0.2.2"));
}
