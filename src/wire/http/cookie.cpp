#include "wire/http/cookie.hpp"

#include "kernel/text.hpp"

namespace tellfirst::http {
namespace {

bool is_https(Settings const& settings)
{
    return settings.public_url.starts_with("https:");
}

std::string full_name(Cookie const& cookie, Settings const& settings)
{
    return fmt::format("{}{}", is_https(settings) ? "__Host-" : "", cookie.name);
}

}  // namespace

std::string set_cookie(Cookie const& cookie, Settings const& settings, std::string_view secret)
{
    return fmt::format(
        "{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", full_name(cookie, settings), secret,
        cookie.life.count(), is_https(settings) ? "; Secure" : "");
}

std::string clear_cookie(Cookie const& cookie, Settings const& settings)
{
    return set_cookie({.name = cookie.name, .life = {}}, settings, "");
}

std::string_view cookie_in(std::string_view header, Cookie const& cookie, Settings const& settings)
{
    auto const name = full_name(cookie, settings);
    for (auto const part : split(header, ';')) {
        auto const pair = trim(part);
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
            return pair.substr(name.size() + 1);
    }
    return {};
}

}  // namespace tellfirst::http
