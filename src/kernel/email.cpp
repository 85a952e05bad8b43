#include "kernel/email.hpp"

#include "kernel/text.hpp"

#include <algorithm>

namespace tellfirst {
namespace {

constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local_part = 64;

bool is_plain(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7f && !std::string_view{"()<>[]:;,\\\""}.contains(c);
}

bool is_domain(std::string_view domain)
{
    if (domain.empty() || domain.starts_with('.') || domain.ends_with('.') ||
        domain.contains("..") || domain.starts_with('-'))
        return false;
    return std::ranges::all_of(domain, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

}  // namespace

std::optional<Email> Email::parse(std::string_view text)
{
    auto const at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at > longest_local_part ||
        text.size() > longest_address || !std::ranges::all_of(text, is_plain) ||
        text.substr(0, at).contains('@') || !is_domain(text.substr(at + 1)) || !is_utf8(text))
        return std::nullopt;
    Email email;
    email.text_ = text;
    return email;
}

std::string_view Email::domain() const
{
    auto const at = text_.rfind('@');
    return at == std::string::npos ? std::string_view{} : std::string_view{text_}.substr(at + 1);
}

std::string Email::key() const
{
    return ascii_lower(text_);
}

}  // namespace tellfirst
