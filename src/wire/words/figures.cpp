#include "wire/words/figures.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace tellfirst::words {

std::string figure(std::string_view number, Language language)
{
    std::string written{number};
    if (language == Language::de)
        std::ranges::replace(written, '.', ',');
    return written;
}

std::string figure(double number, Language language)
{
    return figure(fmt::format("{}", number), language);
}

}  // namespace tellfirst::words
