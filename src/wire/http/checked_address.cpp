#include "wire/http/checked_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <span>

namespace tellfirst::http {
namespace {

// The first `bits` bits of an address.
struct Prefix {
    std::string_view network;
    int bits;
};

constexpr std::array<Prefix, 16> not_public_v4{{
    {"0.0.0.0", 8},        // "this network", and this host
    {"10.0.0.0", 8},       // private
    {"100.64.0.0", 10},    // carrier's NAT
    {"127.0.0.0", 8},      // loopback
    {"169.254.0.0", 16},   // link-local; clouds' metadata servers
    {"172.16.0.0", 12},    // private
    {"192.0.0.0", 24},     // IETF protocols
    {"192.0.2.0", 24},     // documentation
    {"192.31.196.0", 24},  // AS112
    {"192.88.99.0", 24},   // 6to4 relays
    {"192.168.0.0", 16},   // private
    {"198.18.0.0", 15},    // benchmarks
    {"198.51.100.0", 24},  // documentation
    {"203.0.113.0", 24},   // documentation
    {"224.0.0.0", 4},      // multicast
    {"240.0.0.0", 4},      // reserved, broadcast
}};

// Everything that is allocated lies here; the rest (::/8, fc00::/7, fe80::/10, ff00::/8 ...) is
// refused without being named.
constexpr Prefix global_v6{"2000::", 3};

constexpr std::array<Prefix, 4> not_public_v6{{
    {"2001::", 23},      // IETF protocols: Teredo, ORCHID, benchmarks
    {"2001:db8::", 32},  // documentation
    {"2002::", 16},      // 6to4
    {"3fff::", 20},      // documentation
}};

// What follows these 96 bits is an IPv4 address.
constexpr std::array<Prefix, 2> holds_v4{{
    {"::ffff:0:0", 96},  // mapped
    {"64:ff9b::", 96},   // NAT64 (RFC 6052)
}};

[[nodiscard]] bool is_in(Address const& address, Prefix const& prefix)
{
    auto const network = parse_address(prefix.network);
    if (!network || network->is_v6 != address.is_v6)
        return false;
    for (int bit = 0; bit < prefix.bits; ++bit) {
        auto const at = static_cast<std::size_t>(bit / 8);
        int const mask = 0x80 >> (bit % 8);
        if ((address.bytes[at] & mask) != (network->bytes[at] & mask))
            return false;
    }
    return true;
}

[[nodiscard]] bool is_in_any(Address const& address, std::span<Prefix const> prefixes)
{
    return std::ranges::any_of(
        prefixes, [&](auto const& prefix) { return is_in(address, prefix); });
}

}  // namespace

std::optional<Address> parse_address(std::string_view text)
{
    std::string const ended{text};
    Address address;
    if (ended.contains('\0'))
        return std::nullopt;
    if (::inet_pton(AF_INET, ended.c_str(), address.bytes.data()) == 1)
        return address;
    address.is_v6 = true;
    if (::inet_pton(AF_INET6, ended.c_str(), address.bytes.data()) == 1)
        return address;
    return std::nullopt;
}

std::optional<Address> address_of(sockaddr const& address)
{
    Address found;
    if (address.sa_family == AF_INET) {
        auto const& v4 = reinterpret_cast<sockaddr_in const&>(address);
        std::memcpy(found.bytes.data(), &v4.sin_addr, sizeof v4.sin_addr);
        return found;
    }
    if (address.sa_family != AF_INET6)
        return std::nullopt;
    found.is_v6 = true;
    auto const& v6 = reinterpret_cast<sockaddr_in6 const&>(address);
    std::memcpy(found.bytes.data(), &v6.sin6_addr, sizeof v6.sin6_addr);
    return found;
}

std::string to_text(Address const& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(address.is_v6 ? AF_INET6 : AF_INET, address.bytes.data(), text.data(), text.size());
    return text.data();
}

bool is_public(Address const& address)
{
    if (!address.is_v6)
        return !is_in_any(address, not_public_v4);
    if (is_in_any(address, holds_v4)) {
        Address inner;
        std::copy_n(address.bytes.begin() + 12, 4, inner.bytes.begin());
        return is_public(inner);
    }
    return is_in(address, global_v6) && !is_in_any(address, not_public_v6);
}

}  // namespace tellfirst::http
