#include "wire/mime/charset.hpp"

#include "kernel/text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::mime {
namespace {

TEST_CASE("to_utf8: gives well-formed text without NUL for any bytes and any charset")
{
    CHECK(rc::check([](std::string const& bytes) {
        auto const charset = *rc::gen::element<std::string>(
            "", "utf-8", "utf-16", "utf-7", "iso-2022-jp", "gb2312", "koi8-r", "windows-1252",
            "us-ascii", "ebcdic-cp-us", "x\xff", "hz-gb-2312", "iso-8859-7");
        auto const text = to_utf8(bytes, charset);
        RC_ASSERT(is_utf8(text));
        RC_ASSERT(!text.contains('\0'));
    }));
}

TEST_CASE("to_utf8: drops a byte order mark")
{
    CHECK(to_utf8("\xef\xbb\xbfhi", "utf-8") == "hi");
}

}  // namespace
}  // namespace tellfirst::mime
