#pragma once
// Cookies by which a browser keeps a secret of ours. No script can read them (HttpOnly), and no
// other site's forms send them along (SameSite).
#include "kernel/settings.hpp"

#include <string>
#include <string_view>

namespace tellfirst::http {

struct Cookie {
    std::string_view name;
    std::chrono::seconds life;  // for which the browser keeps it
};

// Values of Set-Cookie. Where people reach us by https, "__Host-" stands before the name: a browser
// takes such a cookie only with Secure, from our host itself and for all of it. Over plain http (a
// trial on one machine) it would refuse that name.
[[nodiscard]] std::string
set_cookie(Cookie const& cookie, Settings const& settings, std::string_view secret);
[[nodiscard]] std::string clear_cookie(Cookie const& cookie, Settings const& settings);

// Its value in a Cookie header ("a=1; b=2"); "" where there is none.
[[nodiscard]] std::string_view
cookie_in(std::string_view header, Cookie const& cookie, Settings const& settings);

}  // namespace tellfirst::http
