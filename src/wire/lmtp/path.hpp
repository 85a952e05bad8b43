#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::lmtp {

// What stands between < and > in MAIL FROM and RCPT TO (RFC 5321 4.1.2), and what follows.
struct Path {
    std::string address;     // empty for <>
    std::string parameters;  // "SIZE=100 SMTPUTF8"

    bool operator==(Path const&) const = default;
};

// Reads "<address> parameters". The address is "local@domain", "local@[1.2.3.4]", "postmaster"
// alone, or nothing; UTF-8 is taken (RFC 6531), source routes are not. Nothing where the syntax
// is wrong or the address is longer than 254 bytes.
[[nodiscard]] std::optional<Path> parse_path(std::string_view text);

}  // namespace tellfirst::lmtp
