#include "pages/cookie.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"

namespace tellfirst::pages {
namespace {

bool is_https(Settings const& settings)
{
    return settings.public_url.starts_with("https:");
}

// A browser takes a __Host- name only with Secure, from our host itself and for all of it.
std::string_view name_for(Settings const& settings)
{
    return is_https(settings) ? "__Host-tellfirst-contact" : "tellfirst-contact";
}

std::string cookie(Settings const& settings, std::string_view secret, std::chrono::seconds age)
{
    return fmt::format(
        "{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", name_for(settings), secret,
        age.count(), is_https(settings) ? "; Secure" : "");
}

}  // namespace

std::string cookie_with(Settings const& settings, std::string_view secret)
{
    return cookie(settings, secret, accounts::contact_session_life);
}

std::string cookie_cleared(Settings const& settings)
{
    return cookie(settings, "", std::chrono::seconds{0});
}

std::string_view cookie_in(std::string_view header, Settings const& settings)
{
    auto const name = name_for(settings);
    for (auto const part : split(header, ';')) {
        auto const pair = trim(part);
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
            return pair.substr(name.size() + 1);
    }
    return {};
}

}  // namespace tellfirst::pages
