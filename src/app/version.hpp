#pragma once
#include <string_view>

namespace tellfirst::app {

// Kept equal to CMakeLists.txt by a test.
inline constexpr std::string_view version = "0.1.0";

}  // namespace tellfirst::app
