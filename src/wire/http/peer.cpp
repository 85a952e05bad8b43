#include "wire/http/peer.hpp"

#include "kernel/text.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace tellfirst::http {

std::string client_address(
    std::string_view peer, std::string_view forwarded_for,
    std::span<std::string const> trusted_proxies)
{
    bool const is_trusted = std::ranges::find(trusted_proxies, peer) != trusted_proxies.end();
    auto const last = trim(split(forwarded_for, ',').back());
    return std::string{is_trusted && !last.empty() ? last : peer};
}

std::string rate_key(std::string_view address)
{
    std::string const text{address};
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1)
        return text;
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255};
    bool const is_v4 = std::equal(mapped.begin(), mapped.end(), bytes.begin());
    auto const kept = is_v4 ? bytes.size() : bytes.size() / 2;
    return {reinterpret_cast<char const*>(bytes.data()), kept};
}

}  // namespace tellfirst::http
