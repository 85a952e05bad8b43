#pragma once
#include <string_view>

namespace tellfirst::console {

// The pack that was built into this program; empty where none was (cmake/console.cmake).
[[nodiscard]] std::string_view built_in();

}  // namespace tellfirst::console
