#include "wire/mime/transfer.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

TEST_CASE("from_base64: skips line ends and garbage, and needs no padding")
{
    CHECK(from_base64("aGVs\r\n bG8") == "hello");
    CHECK(from_base64("aGVsbG8=\n") == "hello");
    CHECK(from_base64("aGVsbA==") == "hell");
    CHECK(from_base64("aGVsbA==\naGVsbA==") == "hellhell");
    CHECK(from_base64("") == "");
}

TEST_CASE("from_quoted_printable: leaves what is no code")
{
    CHECK(from_quoted_printable("a=3Db=\r\nc=c3=b6 =zz 100%") == "a=bc\xc3\xb6 =zz 100%");
}

TEST_CASE("take_uuencoded: takes whole blocks only")
{
    auto const taken =
        take_uuencoded("a\nbegin 644 cat.txt\n#0V%T\n`\nend\nb\nbegin 644 x\n#0V%T\n");
    CHECK(taken.text == "a\nb\nbegin 644 x\n#0V%T\n");
    REQUIRE(taken.files.size() == 1);
    CHECK(taken.files[0].name == "cat.txt");
    CHECK(taken.files[0].content == "Cat");
}

}  // namespace
}  // namespace tellfirst::mime
