#include "wire/mime/header.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

TEST_CASE("parse_parameters: the value is in lower case and the first of two names counts")
{
    auto const type = parse_parameters("Text/HTML; Charset=\"utf-8\"; charset=x; empty=; =; ;flag");
    CHECK(type.value == "text/html");
    CHECK(type.get("charset") == "utf-8");
    CHECK(type.get("empty").empty());
    CHECK(type.get("none").empty());
}

TEST_CASE("parse_parameters: a broken percent sign stands for itself")
{
    CHECK(parse_parameters("a/b; name*=utf-8''5%25%2; x=y").get("name") == "5%%2");
}

TEST_CASE("parse_ids: text without an id holds none")
{
    CHECK(parse_ids("your mail of today").empty());
    CHECK(parse_ids("<>").empty());
    CHECK(parse_ids("<a@b").front() == "a@b");
}

TEST_CASE("decode_header: is one line of text")
{
    CHECK(decode_header(" a\r\n b\r\n ") == "a b");
    CHECK(decode_header("=?utf-8?Q?a=0D=0ABcc:_x?=") == "a  Bcc: x");
}

}  // namespace
}  // namespace tellfirst::mime
