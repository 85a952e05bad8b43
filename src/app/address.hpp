#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::app {

struct HostPort {
    std::string host;
    std::uint16_t port = 0;
    bool operator==(HostPort const&) const = default;
};

// "127.0.0.1:8080", "[::1]:8080", "localhost:0".
[[nodiscard]] std::optional<HostPort> parse_host_port(std::string_view text);

// 127.0.0.0/8, ::1 or localhost: may a test clock listen there?
[[nodiscard]] bool is_loopback(std::string_view host);

}  // namespace tellfirst::app
