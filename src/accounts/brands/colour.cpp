#include "accounts/brands/colour.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tellfirst::accounts {
namespace {

constexpr std::string_view white = "#ffffff";
constexpr std::string_view black = "#000000";

int channel(std::string_view colour, std::size_t from)
{
    int value = 0;
    std::from_chars(colour.data() + from, colour.data() + from + 2, value, 16);
    return value;
}

// One channel of sRGB as an amount of light.
double light(int value)
{
    double const share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour)
{
    return 0.2126 * light(channel(colour, 1)) + 0.7152 * light(channel(colour, 3)) +
           0.0722 * light(channel(colour, 5));
}

}  // namespace

bool is_colour(std::string_view text)
{
    return text.size() == 7 && text.front() == '#' &&
           std::ranges::all_of(text.substr(1), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

double contrast(std::string_view a, std::string_view b)
{
    auto const [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

std::string_view text_on(std::string_view colour)
{
    return contrast(colour, white) >= contrast(colour, black) ? white : black;
}

}  // namespace tellfirst::accounts
