#include "console/built_in.hpp"
#include "console/pack.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::console;

TEST_CASE("built_in: is a whole pack with a start page, or nothing")
{
    if (built_in().empty())
        return;
    auto const files = read_pack(built_in());
    REQUIRE(files);
    CHECK(std::ranges::find(*files, "index.html", &PackedFile::name) != files->end());
}
