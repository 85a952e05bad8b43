#include "wire/http/checked_address.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst::http;

TEST_CASE("is_public: everything that leads inside, in whatever clothes, is refused")
{
    for (std::string_view const text :
         {"0.0.0.0",
          "0.1.2.3",
          "10.0.0.1",
          "10.255.255.255",
          "100.64.0.1",
          "100.127.255.255",
          "127.0.0.1",
          "127.255.255.254",
          "169.254.169.254",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.8",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.1.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::ffff:127.0.0.1",
          "::ffff:7f00:1",
          "::7f00:1",
          "::ffff:10.0.0.1",
          "::8.8.8.8",
          "64:ff9b::7f00:1",
          "64:ff9b::10.0.0.1",
          "64:ff9b:1::1",
          "2002:7f00:1::",
          "2002:808:808::1",
          "2001::1",
          "2001:db8::1",
          "2001:2::1",
          "2001:10::1",
          "3fff::1",
          "fe80::1",
          "febf::1",
          "fec0::1",
          "fc00::1",
          "fd00:ec2::254",
          "ff02::1",
          "100::1",
          "4000::1"}) {
        auto const address = parse_address(text);
        REQUIRE_MESSAGE(address, text);
        CHECK_MESSAGE(!is_public(*address), text);
    }
}

TEST_CASE("is_public: what lies just beside a refused range is public")
{
    for (std::string_view const text :
         {"1.1.1.1",     "8.8.8.8",         "9.255.255.255",   "11.0.0.0",       "100.63.255.255",
          "100.128.0.0", "126.255.255.255", "128.0.0.0",       "169.253.0.0",    "169.255.0.0",
          "172.15.0.0",  "172.32.0.0",      "192.0.1.0",       "192.167.0.0",    "192.169.0.0",
          "198.17.0.0",  "198.20.0.0",      "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::808:808",
          "2001:200::1", "2001:db9::1",     "2003::1",         "2606:4700::1",   "2a00::1"}) {
        auto const address = parse_address(text);
        REQUIRE_MESSAGE(address, text);
        CHECK_MESSAGE(is_public(*address), text);
    }
}

TEST_CASE("is_public: an IPv4 address is judged the same whether it is mapped or not")
{
    CHECK(rc::check([](std::array<std::uint8_t, 4> v4) {
        Address plain;
        Address mapped{.is_v6 = true};
        std::copy(v4.begin(), v4.end(), plain.bytes.begin());
        mapped.bytes[10] = mapped.bytes[11] = 255;
        std::copy(v4.begin(), v4.end(), mapped.bytes.begin() + 12);
        RC_ASSERT(is_public(plain) == is_public(mapped));
    }));
}

TEST_CASE("parse_address: reads plain forms only, and writes them back")
{
    CHECK(to_text(*parse_address("192.0.2.1")) == "192.0.2.1");
    CHECK(to_text(*parse_address("2001:DB8:0::1")) == "2001:db8::1");
    using namespace std::string_view_literals;
    for (auto const text :
         {""sv, "127.1"sv, "2130706433"sv, "0x7f000001"sv, "[::1]"sv, "a"sv, "1.2.3.4 "sv,
          "1.2.3.4\0"sv, "fe80::1%eth0"sv})
        CHECK_MESSAGE(!parse_address(text), text);
}
