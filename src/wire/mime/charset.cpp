#include "wire/mime/charset.hpp"

#include "kernel/text.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace tellfirst::mime {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";
constexpr std::size_t longest_charset_name = 60;

// Names whose users mean a larger set than they say (WHATWG Encoding, section 4.2), and names
// that say nothing.
std::string real_name(std::string_view declared)
{
    struct Alias {
        std::string_view said;
        std::string_view meant;
    };
    constexpr std::array<Alias, 21> aliases{{
        {"us-ascii", ""},
        {"ascii", ""},
        {"ansi_x3.4-1968", ""},
        {"unknown-8bit", ""},
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"iso_8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"latin-1", "windows-1252"},
        {"cp1252", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"tis-620", "windows-874"},
        {"gb2312", "gb18030"},
        {"gbk", "gb18030"},
        {"x-gbk", "gb18030"},
        {"ks_c_5601-1987", "windows-949"},
        {"euc-kr", "windows-949"},
        {"shift_jis", "windows-31j"},
        {"x-sjis", "windows-31j"},
        {"iso-8859-8-i", "iso-8859-8"},
    }};
    auto name = ascii_lower(trim(declared));
    std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
    auto const* const found = std::ranges::find(aliases, name, &Alias::said);
    return found == aliases.end() ? name : std::string{found->meant};
}

std::optional<std::string> by_icu(std::string_view bytes, std::string const& charset)
{
    // ICU would look for a file of a name that it does not know: let none have a path in it.
    if (!std::ranges::all_of(charset, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   std::string_view{"-_.:+"}.contains(c);
        }))
        return std::nullopt;
    UErrorCode error = U_ZERO_ERROR;
    auto const converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>{
        ucnv_open(charset.c_str(), &error), ucnv_close};
    if (U_FAILURE(error) != 0)
        return std::nullopt;
    auto const text = icu::UnicodeString{
        bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error};
    if (U_FAILURE(error) != 0 || text.isBogus() != 0)
        return std::nullopt;
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string from_windows_1252(std::string_view bytes)
{
    // 0x80 to 0x9f; the five holes are the control characters that they are in ISO 8859-1
    constexpr std::array<char16_t, 32> high{
        0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
    std::string utf8;
    utf8.reserve(bytes.size() + bytes.size() / 8);
    for (char const c : bytes) {
        unsigned code = static_cast<unsigned char>(c);
        if (code >= 0x80 && code < 0xa0)
            code = high[code - 0x80];
        if (code < 0x80) {
            utf8 += c;
        } else if (code < 0x800) {
            utf8 += static_cast<char>(0xc0 | (code >> 6));
            utf8 += static_cast<char>(0x80 | (code & 0x3f));
        } else {
            utf8 += static_cast<char>(0xe0 | (code >> 12));
            utf8 += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
            utf8 += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
    return utf8;
}

// UTF-8 with a wound (a cut character, one stray byte), rather than another charset?
bool is_mostly_utf8(std::string_view bytes, std::string_view repaired)
{
    auto const high = [](std::string_view text) {
        return std::ranges::count_if(text, [](char c) { return (c & 0x80) != 0; });
    };
    std::ptrdiff_t wounds = 0;
    for (auto at = repaired.find(replacement); at != std::string_view::npos;
         at = repaired.find(replacement, at + 3))
        ++wounds;
    return high(bytes) > 2 * wounds;
}

std::string detected(std::string_view bytes)
{
    if (is_utf8(bytes))
        return std::string{bytes};
    auto repaired = repair_utf8(bytes);
    return is_mostly_utf8(bytes, repaired) ? repaired : from_windows_1252(bytes);
}

std::string without_nul(std::string text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.erase(0, 3);
    for (auto at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
        text.replace(at, 1, replacement);
    return text;
}

std::string converted(std::string_view bytes, std::string_view charset)
{
    auto const name = real_name(charset.substr(0, longest_charset_name));
    bool const is_ascii = std::ranges::none_of(bytes, [](char c) { return (c & 0x80) != 0; });
    bool const shifts = name.contains("utf") || name.contains("2022") || name.contains("hz") ||
                        name.contains("ucs") || name.contains("ebcdic") || name.starts_with("ibm");
    if (is_ascii && !shifts)
        return std::string{bytes};
    if (name.empty() || name == "utf-8" || name == "utf8" || name == "windows-1252")
        return detected(bytes);
    auto text = by_icu(bytes, name);
    if (!text || (!shifts && text->contains(replacement) && is_utf8(bytes)))
        return detected(bytes);
    return *std::move(text);
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view charset)
{
    return without_nul(converted(bytes, charset));
}

}  // namespace tellfirst::mime
