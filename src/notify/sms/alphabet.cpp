#include "notify/sms/alphabet.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace tellfirst::notify {
namespace {

constexpr std::size_t alone_gsm = 160;
constexpr std::size_t part_gsm = 153;
constexpr std::size_t alone_ucs2 = 70;
constexpr std::size_t part_ucs2 = 67;

// 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1.
constexpr std::u32string_view basic =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view extended = U"\f^{}\\[~]|€";

constexpr std::array<std::pair<char32_t, std::string_view>, 20> marks{{
    {U'…', "..."}, {U'–', "-"},  {U'—', "-"},      {U'‑', "-"},      {U'−', "-"},
    {U'„', "\""},  {U'“', "\""}, {U'”', "\""},     {U'«', "\""},     {U'»', "\""},
    {U'‚', "'"},   {U'‘', "'"},  {U'’', "'"},      {U'‹', "'"},      {U'›', "'"},
    {U'·', "-"},   {U'•', "-"},  {U'\u00a0', " "}, {U'\u202f', " "}, {U'\u2009', " "},
}};

// The characters of well-formed UTF-8, one after the other.
char32_t next_character(std::string_view& text)
{
    auto const first = static_cast<unsigned char>(text.front());
    std::size_t const bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    auto const taken = text.substr(0, bytes);
    text.remove_prefix(taken.size());
    if (bytes == 1)
        return first;
    char32_t letter = first & (0x7fU >> bytes);
    for (char const byte : taken.substr(1))
        letter = (letter << 6) | (static_cast<unsigned char>(byte) & 0x3fU);
    return letter;
}

// Septets of a character; 0 where the alphabet has it not.
std::size_t septets_of(char32_t letter)
{
    if (basic.contains(letter))
        return 1;
    return extended.contains(letter) ? 2 : 0;
}

SmsLength length_of(bool is_gsm, std::vector<std::size_t> const& sizes)
{
    auto const alone = is_gsm ? alone_gsm : alone_ucs2;
    auto const part = is_gsm ? part_gsm : part_ucs2;
    SmsLength length{.is_gsm = is_gsm};
    std::size_t parts = 1;
    std::size_t used = 0;  // of the part
    for (auto const size : sizes) {
        length.units += size;
        if (used + size > part) {
            ++parts;
            used = 0;
        }
        used += size;
    }
    length.parts = length.units <= alone ? 1 : parts;
    return length;
}

}  // namespace

SmsLength sms_length(std::string_view text)
{
    std::vector<std::size_t> septets;
    std::vector<std::size_t> units;
    while (!text.empty()) {
        auto const letter = next_character(text);
        septets.push_back(septets_of(letter));
        units.push_back(letter > 0xffff ? 2 : 1);
    }
    bool const is_gsm = std::ranges::find(septets, 0U) == septets.end();
    return length_of(is_gsm, is_gsm ? septets : units);
}

std::string plain_marks(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        auto const before = text;
        auto const letter = next_character(text);
        auto const found =
            std::ranges::find(marks, letter, &std::pair<char32_t, std::string_view>::first);
        plain +=
            found == marks.end() ? before.substr(0, before.size() - text.size()) : found->second;
    }
    return plain;
}

}  // namespace tellfirst::notify
