#include "tickets/about.hpp"

#include "kernel/text.hpp"

#include <algorithm>

namespace tellfirst::tickets {
namespace {

constexpr std::size_t shared_letters = 4;

// A mail's quotes are folded away before; what is said at all is said early.
constexpr std::size_t longest_look = 20'000;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> long_words(std::string_view lower)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < lower.size();) {
        if (!is_letter(lower[at])) {
            ++at;
            continue;
        }
        auto const begin = at;
        while (at < lower.size() && is_letter(lower[at]))
            ++at;
        if (at - begin >= shared_letters)
            words.push_back(lower.substr(begin, at - begin));
    }
    return words;
}

bool share_a_stem(std::string_view a, std::string_view b)
{
    return a.substr(0, shared_letters) == b.substr(0, shared_letters);
}

}  // namespace

bool names_service(std::string_view text, std::string_view service)
{
    auto const lower_text = ascii_lower(cut_utf8(text, longest_look));
    auto const lower_name = ascii_lower(service);
    auto const said = long_words(lower_text);
    return std::ranges::any_of(long_words(lower_name), [&](std::string_view name) {
        return std::ranges::any_of(said, [&](auto word) { return share_a_stem(word, name); });
    });
}

std::vector<std::size_t>
services_named(std::string_view text, std::span<std::string const> services)
{
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < services.size(); ++i)
        if (names_service(text, services[i]))
            named.push_back(i);
    return named;
}

}  // namespace tellfirst::tickets
