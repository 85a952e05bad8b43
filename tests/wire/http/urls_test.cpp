#include "wire/http/urls.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::http;

TEST_CASE("percent_encode: keeps the unreserved characters and nothing else")
{
    CHECK(percent_encode("aZ9-._~") == "aZ9-._~");
    CHECK(percent_encode("a b/ü&\n") == "a%20b%2F%C3%BC%26%0A");
}

TEST_CASE("percent_decode: gives back what was encoded, for every byte")
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    CHECK(percent_decode(percent_encode(all)) == all);
}

TEST_CASE("percent_decode: a percent sign without two hex digits is refused")
{
    for (auto const* text : {"%", "%4", "%zz", "a%4g", "ab%"})
        CHECK_MESSAGE(!percent_decode(text), text);
}

TEST_CASE("decode_path: what would change the shape of the path is refused")
{
    CHECK(decode_path("/a%20b/c") == "/a b/c");
    for (auto const* text : {"", "a", "http://x/", "/a%2Fb", "/a%00", "/a%0d%0a", "/%ff", "*"})
        CHECK_MESSAGE(!decode_path(text), text);
}

TEST_CASE("parse_form: plus signs are spaces, the first value of a name counts")
{
    auto const form = parse_form("a=1+2&b=%2B&a=3&c&&d=");
    REQUIRE(form);
    CHECK(*form == Form{{"a", "1 2"}, {"b", "+"}, {"c", ""}, {"d", ""}});
}

TEST_CASE("parse_form: badly encoded or endless forms are refused")
{
    CHECK(!parse_form("a=%4"));
    CHECK(!parse_form("a=%ff"));
    CHECK(!parse_form("a=b%00"));
    std::string endless;
    for (std::size_t i = 0; i <= most_form_fields; ++i)
        endless += "a=&";
    CHECK(!parse_form(endless));
}

TEST_CASE("host_name: neither case nor port nor a closing dot make another host")
{
    for (auto const* same :
         {"help.example.test", "Help.Example.TEST", "help.example.test:8443", "help.example.test.",
          "HELP.example.test.:80"})
        CHECK_MESSAGE(host_name(same) == "help.example.test", same);
    CHECK(host_name("[::1]:8080") == "[::1]");
    CHECK(host_name("[::1]") == "[::1]");
    CHECK(host_name("").empty());
}
