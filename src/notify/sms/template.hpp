#pragma once
// Texts with {names} in them, filled in for a query, a form or JSON. Pure.
#include <map>
#include <string>
#include <string_view>

namespace tellfirst::notify {

// How a value is written so that it cannot become anything but a value.
enum class Escape {
    none,
    percent,  // in a URL or a form
    json,     // between the quotes of a JSON text
};

using Values = std::map<std::string_view, std::string>;

// A brace that begins no name that there is a value for stands for itself.
[[nodiscard]] std::string fill_template(std::string_view text, Values const& values, Escape escape);

}  // namespace tellfirst::notify
