#include "console/pack.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::console;

namespace {

std::vector<PackedFile> const some_files{
    {.name = "assets/index-Bx3k9.js", .plain = "let a = 1;\n\nlet b;", .gzip = "gg", .brotli = "b"},
    {.name = "empty.txt", .plain = ""},
    {.name = "index.html", .plain = std::string{"<!doctype html>\0\n", 17}, .brotli = "bb"}};

}  // namespace

TEST_CASE("read_pack: gives back what write_pack was given")
{
    CHECK(read_pack(write_pack(some_files)) == some_files);
    CHECK(read_pack(write_pack({})) == std::vector<PackedFile>{});
}

TEST_CASE("read_pack: bytes that were cut or added to are no pack")
{
    auto const whole = write_pack(some_files);
    CHECK_FALSE(read_pack(whole + "x"));
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(read_pack(whole.substr(0, length)));
}

TEST_CASE("read_pack: sizes that would overflow are refused")
{
    CHECK_FALSE(
        read_pack("tellfirst-pack 1\na.js 18446744073709551615 18446744073709551615 2\n\nbytes"));
    CHECK_FALSE(read_pack("tellfirst-pack 1\na.js -1 0 0\n\n"));
}

TEST_CASE("is_safe_name: takes names of built files")
{
    for (auto const name : {"index.html", "assets/index-Bx3k9_.js", "a/b/c.woff2"})
        CHECK(is_safe_name(name));
}

TEST_CASE("is_safe_name: refuses whatever could lead out of the folder")
{
    for (auto const name :
         {"", "/", "a//b", "/etc/passwd", "..", "../a", "a/../b", ".git/config", "a/", "a b",
          "a%2e", "a\\b", "ä.js"})
        CHECK_FALSE(is_safe_name(name));
}
