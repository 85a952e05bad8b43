#include "app/address.hpp"

#include <charconv>

namespace tellfirst::app {

std::optional<HostPort> parse_host_port(std::string_view text)
{
    auto const colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    auto host = text.substr(0, colon);
    auto const digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.contains(':'))
        return std::nullopt;  // a bare IPv6 address: which colon is the port's?
    if (host.empty())
        return std::nullopt;
    return HostPort{.host = std::string{host}, .port = port};
}

bool is_loopback(std::string_view host)
{
    // A name may begin with "127." too.
    return host == "localhost" || host == "::1" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos);
}

}  // namespace tellfirst::app
