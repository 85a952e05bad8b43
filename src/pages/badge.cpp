#include "pages/badge.hpp"

#include "kernel/text.hpp"
#include "pages/texts.hpp"
#include "wire/feed/xml.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

// Bytes of UTF-8: more would be a banner, not a badge.
constexpr std::size_t longest_label = 60;

constexpr int column = 7;   // px that a character takes at most, at this size
constexpr int padding = 8;  // px on either side of a text

// White is read easily on each of them (WCAG AA: 4.5 to 1).
std::string_view ground_of(ServiceState state)
{
    switch (state) {
    case ServiceState::operational: return "#17693b";
    case ServiceState::degraded:
    case ServiceState::partial: return "#8a4b00";
    case ServiceState::major: return "#b0201a";
    case ServiceState::maintenance: return "#2353a8";
    case ServiceState::unknown: return "#565d68";
    }
    return {};
}

// Letters of the East are twice as broad as ours.
int width_of(std::string_view text)
{
    int columns = 0;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const begins_character = (byte & 0xc0) != 0x80;
        columns += begins_character ? (byte >= 0xe0 ? 2 : 1) : 0;
    }
    return columns * column;
}

std::string shortened(std::string_view label)
{
    auto const repaired = repair_utf8(label);
    if (repaired.size() <= longest_label)
        return repaired;
    return std::string{cut_utf8(repaired, longest_label)} + "\xe2\x80\xa6";
}

// One half of it; the text is pressed into its width, whatever font there is.
std::string half(std::string_view text, int at, std::string_view ground)
{
    auto const width = width_of(text);
    return fmt::format(
        R"(<rect x="{}" width="{}" height="20" fill="{}"/>)"
        R"(<text x="{}" y="14" textLength="{}" lengthAdjust="spacingAndGlyphs">{}</text>)",
        at, width + 2 * padding, ground, at + padding, width, feed::escape_xml(text));
}

}  // namespace

std::string badge(std::string_view label, ServiceState state, words::Language language)
{
    auto const left = shortened(label);
    auto const right = words_of(state, texts_in(language));
    auto const middle = width_of(left) + 2 * padding;
    auto const width = middle + width_of(right) + 2 * padding;
    auto const title = fmt::format("{}: {}", feed::escape_xml(left), right);
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="20" )"
        R"(viewBox="0 0 {0} 20" role="img" aria-label="{1}"><title>{1}</title>)"
        R"(<clipPath id="edge"><rect width="{0}" height="20" rx="4"/></clipPath>)"
        R"svg(<g clip-path="url(#edge)" fill="#fff" font-size="11" )svg"
        R"(font-family="Verdana,DejaVu Sans,sans-serif">{2}{3}</g></svg>)",
        width, title, half(left, 0, "#3a3f47"), half(right, middle, ground_of(state)));
}

}  // namespace tellfirst::pages
