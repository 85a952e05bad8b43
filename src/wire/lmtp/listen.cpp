#include "wire/lmtp/server.hpp"

#include <charconv>

namespace tellfirst::lmtp {

Result<Listen> Listen::parse(std::string_view text)
{
    Listen listen;
    if (text.starts_with("unix:/")) {
        listen.unix_path = text.substr(5);
        return listen;
    }
    auto const colon = text.rfind(':');
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos)
        host = {};
    auto const port = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    auto const [after, error] =
        std::from_chars(port.data(), port.data() + port.size(), listen.port);
    if (host.empty() || port.empty() || error != std::errc{} || after != port.data() + port.size())
        return invalid(
            "lmtp.bad_address", "lmtp",
            "Where mail comes in looks like 127.0.0.1:24, [::1]:24 or unix:/run/lmtp.");
    listen.host = host;
    return listen;
}

}  // namespace tellfirst::lmtp
