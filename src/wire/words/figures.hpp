#pragma once
// Figures as a reader writes them.
#include "wire/words/moments.hpp"

namespace tellfirst::words {

// "99.86" as it is written in that language: "99,86".
[[nodiscard]] std::string figure(std::string_view number, Language language);
[[nodiscard]] std::string figure(double number, Language language);

}  // namespace tellfirst::words
