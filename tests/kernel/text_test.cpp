#include "kernel/text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;

namespace {

rc::Gen<std::string> any_bytes()
{
    return rc::gen::container<std::string>(rc::gen::arbitrary<char>());
}

}  // namespace

TEST_CASE("ascii_lower: changes ASCII letters only")
{
    CHECK(ascii_lower("AbZ[@`") == "abz[@`");
    CHECK(ascii_lower("ÄÖ") == "ÄÖ");
}

TEST_CASE("trim: takes white space from both ends and leaves the middle")
{
    CHECK(trim(" \t\r\n a b \n") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(trim("").empty());
}

TEST_CASE("split: keeps empty parts, so that joining gives the text back")
{
    CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
}

TEST_CASE("is_utf8: takes the shortest and the longest character of each length")
{
    for (auto const* const text :
         {"\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80",
          "\xf4\x8f\xbf\xbf", ""})
        CHECK(is_utf8(text));
}

TEST_CASE("is_utf8: refuses overlong forms, surrogates, what is above U+10FFFF, and fragments")
{
    for (auto const* const text :
         {"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
          "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xc2", "\xe2\x82", "\xf0\x9f\x98",
          "\xc2z", "\xe2\x82z"})
        CHECK_FALSE(is_utf8(text));
}

TEST_CASE("cut_utf8: never cuts inside a character")
{
    CHECK(cut_utf8("a€b", 2) == "a");
    CHECK(cut_utf8("a€b", 3) == "a");
    CHECK(cut_utf8("a€b", 4) == "a€");
    CHECK(cut_utf8("a€b", 5) == "a€b");
    CHECK(cut_utf8("a€b", 99) == "a€b");
    CHECK(cut_utf8("€", 0).empty());
}

TEST_CASE("cut_utf8: gives a well-formed beginning of the wanted length at most")
{
    CHECK(rc::check([] {
        auto const text = repair_utf8(*any_bytes());
        auto const bytes = *rc::gen::inRange<std::size_t>(0, 40);
        auto const cut = cut_utf8(text, bytes);
        RC_ASSERT(is_utf8(cut));
        RC_ASSERT(cut.size() <= bytes);
        RC_ASSERT(text.starts_with(cut));
        RC_ASSERT(cut.size() == text.size() || cut.size() + 4 > bytes);
    }));
}

TEST_CASE("repair_utf8: makes anything well-formed and leaves well-formed text alone")
{
    CHECK(rc::check([] {
        auto const repaired = repair_utf8(*any_bytes());
        RC_ASSERT(is_utf8(repaired));
        RC_ASSERT(repair_utf8(repaired) == repaired);
    }));
}

TEST_CASE("repair_utf8: replaces each byte that belongs to no character")
{
    CHECK(repair_utf8("a\xffz") == "a\xef\xbf\xbdz");
    CHECK(repair_utf8("\xe2\x82") == "\xef\xbf\xbd\xef\xbf\xbd");
    CHECK(repair_utf8("\xc3\xa4\xc3") == "ä\xef\xbf\xbd");
}

TEST_CASE("escape_html: leaves nothing that ends a text or an attribute")
{
    CHECK(
        escape_html("<a href=\"x\">Tom & 'Ann'</a>") ==
        "&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Ann&#39;&lt;/a&gt;");
    CHECK(rc::check(
        [] { RC_ASSERT(escape_html(*any_bytes()).find_first_of("<>\"'") == std::string::npos); }));
}
