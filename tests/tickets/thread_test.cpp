#include "tickets/thread.hpp"

#include <doctest/doctest.h>

using tellfirst::tickets::number_in;

TEST_CASE("number_in: reads the number that we put into subjects, and nothing else")
{
    CHECK(number_in("Re: where are my stats? [#1042]") == 1042);
    CHECK(number_in("[#1] and [#22]") == 22);
    for (auto const* const none :
         {"", "#1042", "[#]", "[#12", "[#-5]", "[# 5]", "[#99999999999999999999]", "[1042]"})
        CHECK_FALSE(number_in(none));
}
