#include "kernel/enums.hpp"

#include <boost/describe/enum.hpp>
#include <doctest/doctest.h>

using namespace tellfirst;

namespace {

enum class Mood { calm, cross };
BOOST_DESCRIBE_ENUM(Mood, calm, cross)

}  // namespace

TEST_CASE("enum: its words are the names in the code, in their order")
{
    CHECK(name_of(Mood::cross) == "cross");
    CHECK(names_of<Mood>() == std::vector<std::string_view>{"calm", "cross"});
}

TEST_CASE("enum: exactly its words are read back")
{
    CHECK(parse_enum<Mood>("calm") == Mood::calm);
    CHECK_FALSE(parse_enum<Mood>("Calm"));
    CHECK_FALSE(parse_enum<Mood>("calm "));
    CHECK_FALSE(parse_enum<Mood>(""));
}
