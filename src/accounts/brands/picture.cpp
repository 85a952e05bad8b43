#include "accounts/brands/picture.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

#include <absl/strings/escaping.h>

namespace tellfirst::accounts {
namespace {

constexpr std::string_view png = "image/png";
constexpr std::string_view svg = "image/svg+xml";

constexpr std::size_t path_letters = 16;  // of the digest: 64 bits

bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

std::uint32_t number_at(std::string_view bytes, std::size_t from)
{
    std::uint32_t value = 0;
    for (char const c : bytes.substr(from, 4))
        value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

// The signature, then the header chunk with width and height (PNG, third edition, 5.2 and 11.2.1).
bool is_png(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr auto begin = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv;
    if (!bytes.starts_with(begin) || bytes.size() < begin.size() + 8)
        return false;
    auto const width = number_at(bytes, begin.size());
    auto const height = number_at(bytes, begin.size() + 4);
    return width > 0 && width <= widest_logo && height > 0 && height <= widest_logo;
}

bool is_svg(std::string_view text)
{
    auto const begin = ascii_lower(trim(text.substr(0, 200)));
    return is_utf8(text) && !text.contains('\0') &&
           (begin.starts_with("<svg") || begin.starts_with("<?xml") || begin.starts_with("<!--"));
}

// "onload=", wherever an attribute may begin.
bool has_handler(std::string_view text)
{
    for (auto at = text.find("on"); at != text.npos; at = text.find("on", at + 2)) {
        if (at == 0 || !std::string_view{" \t\r\n\f\"'/"}.contains(text[at - 1]))
            continue;
        auto rest = text.substr(at + 2);
        rest.remove_prefix(std::min(
            static_cast<std::size_t>(std::ranges::find_if_not(rest, is_letter) - rest.begin()),
            rest.size()));
        if (trim(rest).starts_with('='))
            return true;
    }
    return false;
}

// What stands behind each `word`: it may name a part of the same picture, or hold a bitmap.
bool points_outside(std::string_view text, std::string_view word, char mark)
{
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        auto rest = trim(text.substr(at + word.size()));
        if (!rest.starts_with(mark))
            continue;
        rest = trim(rest.substr(1));
        if (rest.starts_with('"') || rest.starts_with('\''))
            rest = trim(rest.substr(1));
        if (!rest.starts_with('#') && !rest.starts_with("data:image/png") &&
            !rest.starts_with("data:image/jpeg"))
            return true;
    }
    return false;
}

bool is_harmless(std::string_view given)
{
    auto const text = ascii_lower(given);
    constexpr std::array<std::string_view, 9> forbidden{
        "<script",  "<foreignobject", "<iframe",          "<!doctype", "<!entity",
        "<handler", "javascript:",    "<?xml-stylesheet", "@import"};
    // An element may have a prefix ("<s:script"), so the word alone is looked for, too.
    bool const has_forbidden =
        std::ranges::any_of(forbidden, [&](auto word) { return text.contains(word); }) ||
        text.contains(":script") || text.contains(":foreignobject");
    return !has_forbidden && !has_handler(text) && !points_outside(text, "href", '=') &&
           !points_outside(text, "src", '=') && !points_outside(text, "url", '(');
}

Problem wrong(std::string code, std::string detail)
{
    return invalid(std::move(code), "data", std::move(detail));
}

}  // namespace

Result<Logo> read_logo(NewLogo const& wish)
{
    if (wish.type != png && wish.type != svg)
        return invalid("logo.unknown_type", "type", "A logo is image/png or image/svg+xml.");
    Logo logo{.path = {}, .type = wish.type, .bytes = {}};
    if (!absl::Base64Unescape(wish.data, &logo.bytes) || logo.bytes.empty())
        return wrong("logo.not_base64", "data must be the picture in base64.");
    if (logo.bytes.size() > largest_logo)
        return wrong("logo.too_large", "A logo has at most 32 KiB.");
    if (wish.type == png && !is_png(logo.bytes))
        return wrong("logo.not_png", "This is no PNG, or it is wider or higher than 2000 pixels.");
    if (wish.type == svg && !is_svg(logo.bytes))
        return wrong("logo.not_svg", "This is no SVG in UTF-8.");
    if (wish.type == svg && !is_harmless(logo.bytes))
        return wrong(
            "logo.unsafe_svg",
            "The SVG holds a script, a handler, or points outside itself. Export it as plain SVG.");
    logo.path = fmt::format(
        "/logo-{}.{}", to_hex(sha256(logo.bytes)).substr(0, path_letters),
        wish.type == png ? "png" : "svg");
    return logo;
}

}  // namespace tellfirst::accounts
