#include "wire/lmtp/path.hpp"

#include "kernel/text.hpp"

#include <algorithm>

namespace tellfirst::lmtp {
namespace {

constexpr std::size_t longest_address = 254;  // RFC 5321 4.5.3.1.3, without the brackets

bool is_wide(char c)  // a byte of a UTF-8 character; is_utf8 has looked at the whole
{
    return static_cast<unsigned char>(c) >= 0x80;
}

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Dots may stand anywhere: some providers once gave out such addresses, and their owners write.
bool is_atom(char c)
{
    return is_letter_or_digit(c) || is_wide(c) ||
           std::string_view{"!#$%&'*+-/=?^_`{|}~."}.contains(c);
}

// How many bytes of `text` are a quoted string, 0 if it does not begin with a whole one.
std::size_t quoted_length(std::string_view text)
{
    if (!text.starts_with('"'))
        return 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"')
            return i + 1;
        if (text[i] == '\\')
            ++i;
        if (i >= text.size() || static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7f)
            return 0;
    }
    return 0;
}

std::size_t local_length(std::string_view text)
{
    if (auto const quoted = quoted_length(text))
        return quoted;
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_atom) - text.begin());
}

bool is_domain(std::string_view text)
{
    if (text.starts_with('[') && text.ends_with(']') && text.size() > 2)
        return std::ranges::all_of(text.substr(1, text.size() - 2), [](char c) {
            return is_letter_or_digit(c) || c == '.' || c == ':';
        });
    // Each label by itself, so that none is empty.
    return std::ranges::all_of(split(text, '.'), [](std::string_view label) {
        return !label.empty() && std::ranges::all_of(label, [](char c) {
            return is_letter_or_digit(c) || is_wide(c) || c == '-' || c == '_';
        });
    });
}

}  // namespace

std::optional<Path> parse_path(std::string_view text)
{
    if (!text.starts_with('<') || !is_utf8(text))
        return std::nullopt;
    auto const local = local_length(text.substr(1));
    auto const end = text.find('>', 1 + local);  // a quoted local part may hold a >
    if (end == std::string_view::npos)
        return std::nullopt;
    auto const address = text.substr(1, end - 1);
    auto const domain = address.substr(local);
    auto const after = text.substr(end + 1);
    auto const has_domain = local > 0 && domain.starts_with('@') && is_domain(domain.substr(1));
    if (!(address.empty() || has_domain || ascii_lower(address) == "postmaster") ||
        address.size() > longest_address || (!after.empty() && !after.starts_with(' ')))
        return std::nullopt;
    return Path{std::string{address}, std::string{trim(after)}};
}

}  // namespace tellfirst::lmtp
