#include "wire/dkim/workshop.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace tellfirst::dkim {
namespace {

TEST_CASE("Workshop does every piece once before it returns, again and again")
{
    Workshop workshop;
    for (std::size_t const count : {0U, 1U, 1000U}) {
        std::vector<std::atomic<int>> done(count);
        workshop.each(count, [&](std::size_t i) { ++done[i]; });
        for (auto const& times : done)
            CHECK(times == 1);
    }
}

TEST_CASE("Workshop hands on what a piece of work has thrown, and works on")
{
    Workshop workshop;
    CHECK_THROWS_AS(
        workshop.each(
            10, [](std::size_t i) { i == 3 ? throw std::runtime_error{"broken"} : void(); }),
        std::runtime_error);
    std::atomic<int> done = 0;
    workshop.each(5, [&](std::size_t) { ++done; });
    CHECK(done == 5);
}

}  // namespace
}  // namespace tellfirst::dkim
