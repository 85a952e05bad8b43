#include "app/address.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::app;

TEST_CASE("parse_host_port: names, IPv4 and IPv6 in brackets, each with a port")
{
    CHECK(parse_host_port("127.0.0.1:8080") == HostPort{"127.0.0.1", 8080});
    CHECK(parse_host_port("localhost:0") == HostPort{"localhost", 0});
    CHECK(parse_host_port("[::1]:65535") == HostPort{"::1", 65535});
}

TEST_CASE("parse_host_port: what could be read in two ways, or in none, is refused")
{
    for (std::string const text :
         {"", "8080", ":8080", "host", "host:", "host:65536", "host:-1", "host:80x", "::1:80",
          "[]:80", "[::1]"})
        CHECK_MESSAGE(!parse_host_port(text), text);
}

TEST_CASE("is_loopback: only addresses that the outside cannot reach")
{
    for (std::string const host : {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
        CHECK_MESSAGE(is_loopback(host), host);
    for (std::string const host :
         {"", "0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.com", "127.example.com",
          "localhost.example.com"})
        CHECK_MESSAGE(!is_loopback(host), host);
}
