#include "status/services/severity.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::status;

TEST_CASE("worst: the worse state wins whichever comes first, and unknown is never green")
{
    constexpr std::array ordered{ServiceState::operational, ServiceState::unknown,
                                 ServiceState::maintenance, ServiceState::degraded,
                                 ServiceState::partial,     ServiceState::major};
    for (std::size_t a = 0; a < ordered.size(); ++a)
        for (std::size_t b = 0; b < ordered.size(); ++b)
            CHECK(worst(ordered[a], ordered[b]) == ordered[std::max(a, b)]);
}
