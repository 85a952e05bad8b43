#include "wire/words/figures.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::words;

TEST_CASE("figure: a German reads a comma where an English one reads a point")
{
    CHECK(figure("99.86", Language::en) == "99.86");
    CHECK(figure("99.86", Language::de) == "99,86");
    CHECK(figure(99.5, Language::de) == "99,5");
    CHECK(figure(100.0, Language::de) == "100");
    CHECK(figure("", Language::de).empty());
}
