#pragma once
// Lets CHECK(result) and REQUIRE(result) say why a Result was refused.
#include "kernel/problem.hpp"

#include <doctest/doctest.h>

template <class T>
struct doctest::StringMaker<boost::system::result<T, tellfirst::Problem>> {
    static String convert(boost::system::result<T, tellfirst::Problem> const& result)
    {
        if (result.has_value())
            return "accepted";
        std::string said = "refused: " + result.error().code + ": " + result.error().detail;
        for (auto const& wrong : result.error().errors)
            said += "; " + wrong.field + " " + wrong.code + " " + wrong.detail;
        return said.c_str();
    }
};
