#include "app/version.hpp"

#include <doctest/doctest.h>

TEST_CASE("version: what the program says of itself is what it was built as")
{
    CHECK(tellfirst::app::version == PROJECT_VERSION);
}
