#include "wire/mime/entity.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

using Parts = std::vector<std::string_view>;

TEST_CASE("read_entity: cuts headers from the body and keeps folds in the value")
{
    auto const entity = read_entity("A: b\r\n c\r\nB:\r\n\r\nbody\n", 1000);
    REQUIRE(entity.headers.size() == 2);
    CHECK(entity.get("a") == " b\r\n c\r\n");
    CHECK(entity.get("c").empty());
    CHECK(entity.body == "body\n");
}

TEST_CASE("read_entity: skips headers beyond the limit and still finds the body")
{
    auto const entity = read_entity("A: b\nB: " + std::string(50, 'x') + "\n\nbody", 20);
    CHECK(entity.headers.size() == 1);
    CHECK(entity.headers_too_large);
}

TEST_CASE("split_parts: the line end in front of a boundary belongs to the boundary")
{
    CHECK(
        split_parts("x\r\n--b\r\none\r\n\r\n--b  \r\ntwo\r\n--b--\r\nend", "b", 9) ==
        Parts{"one\r\n", "two"});
    CHECK(split_parts("--b\n\n--b--", "b", 9) == Parts{""});
}

TEST_CASE("split_parts: only whole lines are boundaries")
{
    CHECK(split_parts("--b\na --b\n--bc\nb", "b", 9) == Parts{"a --b\n--bc\nb"});
    CHECK(split_parts("--b--\nx", "b", 9).empty());
}

TEST_CASE("split_parts: stops one behind the limit")
{
    CHECK(split_parts("--b\n1\n--b\n2\n--b\n3\n--b\n4\n--b--", "b", 2).size() == 3);
}

TEST_CASE("guess_boundary: is a line with a Content header below")
{
    CHECK(guess_boundary("--not\nthis\n--=x y\r\ncontent-Type: a/b\n") == "=x y");
    CHECK(guess_boundary("-- \nsignature").empty());
}

}  // namespace
}  // namespace tellfirst::mime
