#pragma once
#include "kernel/problem.hpp"
#include "wire/smtp/client_machine.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::smtp {

// Where mail leaves to.
struct Relay {
    enum class Security {
        opportunistic,  // smtp://           STARTTLS where offered, unverified (RFC 7435)
        starttls,       // smtp+starttls://  STARTTLS or nothing, certificate verified
        tls,            // smtps://          TLS from the first byte, certificate verified
    };

    std::string host;
    std::uint16_t port = 25;
    Security security = Security::opportunistic;
    std::optional<Credentials> credentials = {};

    // "smtp://host", "smtps://user:password@host:465", "smtp://[::1]:2525"; user and password
    // percent-encoded. "smtps://user@host?token_file=/PATH" signs in by XOAUTH2 with the access
    // token in that file. Ports default to 25, 587 and 465. A password makes of smtp:// to another
    // machine smtp+starttls://: it is told to nobody who has not shown who he is. Error
    // relay.bad_url.
    [[nodiscard]] static Result<Relay> parse(std::string_view url);

    bool operator==(Relay const&) const = default;
};

// Several with commas between them, in the order in which they are to be used. A comma in a
// password is %2C. Errors relay.bad_url, relay.too_many.
[[nodiscard]] Result<std::vector<Relay>> parse_relays(std::string_view urls);

}  // namespace tellfirst::smtp
