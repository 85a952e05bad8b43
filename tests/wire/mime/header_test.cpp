#include "wire/mime/header.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

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
