#pragma once
#include <string>
#include <string_view>

namespace tellfirst::accounts {

// "#0a7f3c", in either case.
[[nodiscard]] bool is_colour(std::string_view text);

// How well one colour is read on the other, 1 to 21 (WCAG 2.2, "contrast ratio"). Both are colours.
[[nodiscard]] double contrast(std::string_view a, std::string_view b);

// "#ffffff" or "#000000". On any colour one of the two is read at 4.5 to 1 or better: where white
// falls to 4.58, black has reached it.
[[nodiscard]] std::string_view text_on(std::string_view colour);

}  // namespace tellfirst::accounts
