#pragma once
#include <string>
#include <string_view>

namespace tellfirst::tickets {

// How a text begins, on one line of a list: at most 140 characters, white space made one blank.
[[nodiscard]] std::string snippet_of(std::string_view text);

// So many characters of a text are enough to make it from, where its lines are not mostly blank.
inline constexpr int enough_for_a_snippet = 400;

}  // namespace tellfirst::tickets
