#pragma once
// Which addresses we may be made to connect to. Others give us addresses (webhooks, probes, sign-in
// by their own identity server), and whoever gives one must not be able to reach what only we can
// reach: this machine, its network, the metadata server of a cloud.
// Sources: IANA's IPv4 and IPv6 special-purpose address registries (RFC 6890).
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace tellfirst::http {

struct Address {
    bool is_v6 = false;
    std::array<std::uint8_t, 16> bytes = {};  // IPv4 uses the first four

    bool operator==(Address const&) const = default;
};

// "192.0.2.1" or "2001:db8::1" in their plain forms only; 127.1 and 0x7f000001 are none.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
[[nodiscard]] std::optional<Address> address_of(sockaddr const& address);
[[nodiscard]] std::string to_text(Address const& address);

// May somebody else have us connect there? What is not known to be public is not. An IPv4 address
// inside an IPv6 one (mapped, NAT64) is judged by itself; 6to4 and Teredo are refused whole.
[[nodiscard]] bool is_public(Address const& address);

}  // namespace tellfirst::http
