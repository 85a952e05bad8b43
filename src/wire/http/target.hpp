#pragma once
// Where an address that somebody gave us leads, checked before anything is sent there.
#include "kernel/problem.hpp"
#include "wire/http/checked_address.hpp"

#include <functional>
#include <stop_token>

namespace tellfirst::http {

// The owner's own exceptions: what his probes and hooks may reach inside.
struct Allowed {
    std::string host;
    std::uint16_t port = 0;
    bool operator==(Allowed const&) const = default;
};

struct Outgoing {
    std::vector<Allowed> allow = {};
    std::vector<std::string> own_names = {};  // we do not call ourselves
};

struct Target {
    std::string url;   // as it is sent: scheme, host and port written out
    std::string host;  // lower case, ASCII, without a dot at its end; IPv6 without brackets
    std::uint16_t port = 0;
    bool is_allowed = false;  // by the owner, wherever it leads
};

// http or https, port 80, 443 or 8443, a host in ASCII, nobody's name or password, no control
// character. Numbers that pass for IPv4 addresses (127.1, 0x7f000001) are written out first.
// Error outgoing.bad_url, outgoing.own_name.
[[nodiscard]] Result<Target> check_url(std::string const& url, Outgoing const& outgoing);

// The addresses of a name, or none.
using Resolve = std::function<std::vector<Address>(
    std::string const& host, std::chrono::milliseconds deadline)>;

// The system's answer.
[[nodiscard]] std::vector<Address>
resolve_by_system(std::string const& host, std::chrono::milliseconds deadline);

// The same; none as soon as it is told to stop.
[[nodiscard]] Resolve resolve_until(std::stop_token stop);

// Where the target may be reached. One private address among public ones refuses them all.
// Error outgoing.unresolved (503), outgoing.private_address.
[[nodiscard]] Result<std::vector<Address>>
check_addresses(Target const& target, Resolve const& resolve, std::chrono::milliseconds deadline);

}  // namespace tellfirst::http
