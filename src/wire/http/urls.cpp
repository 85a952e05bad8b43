#include "wire/http/urls.hpp"

#include "kernel/text.hpp"

#include <algorithm>

namespace tellfirst::http {
namespace {

[[nodiscard]] bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

[[nodiscard]] int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// What no database takes as a text, none of our forms means.
[[nodiscard]] std::optional<std::string> decode_field(std::string_view text)
{
    std::string spaced{text};
    std::ranges::replace(spaced, '+', ' ');
    auto decoded = percent_decode(spaced);
    if (!decoded || !is_utf8(*decoded) || decoded->contains('\0'))
        return std::nullopt;
    return decoded;
}

}  // namespace

std::string percent_encode(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (char const c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return encoded;
}

std::optional<std::string> percent_decode(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        int const high = hex_value(text[i + 1]);
        int const low = hex_value(text[i + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::optional<std::string> decode_path(std::string_view path)
{
    if (!path.starts_with('/'))
        return std::nullopt;
    auto decoded = percent_decode(path);
    if (!decoded || !is_utf8(*decoded))
        return std::nullopt;
    if (std::ranges::count(*decoded, '/') != std::ranges::count(path, '/'))
        return std::nullopt;
    auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; };
    if (std::ranges::any_of(*decoded, is_control))
        return std::nullopt;
    return decoded;
}

std::string host_name(std::string_view authority)
{
    auto const end_of_address = authority.rfind(']') + 1;  // 0 but for "[::1]:8080"
    auto host = authority.substr(0, authority.find(':', end_of_address));
    if (host.ends_with('.'))
        host.remove_suffix(1);
    return ascii_lower(host);
}

std::optional<Form> parse_form(std::string_view text)
{
    Form form;
    std::size_t fields = 0;
    for (auto const part : split(text, '&')) {
        if (part.empty())
            continue;
        if (++fields > most_form_fields)
            return std::nullopt;
        auto const equals = part.find('=');
        auto name = decode_field(part.substr(0, equals));
        auto value = decode_field(
            equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1));
        if (!name || !value)
            return std::nullopt;
        form.emplace(std::move(*name), std::move(*value));
    }
    return form;
}

}  // namespace tellfirst::http
