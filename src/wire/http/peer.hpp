#pragma once
#include <span>
#include <string>
#include <string_view>

namespace tellfirst::http {

// Who a request comes from: the address at the other end, or, where that is a proxy which the
// operator trusts, the last address that this proxy wrote into X-Forwarded-For. Whatever else
// stands in that header anybody could have written.
[[nodiscard]] std::string client_address(
    std::string_view peer, std::string_view forwarded_for,
    std::span<std::string const> trusted_proxies);

// What a peer is counted by: an IPv4 address, or the /64 of an IPv6 address, since whoever has one
// address there has all of them.
[[nodiscard]] std::string rate_key(std::string_view address);

}  // namespace tellfirst::http
