#pragma once
// Time-based one-time passwords (RFC 6238) as every authenticator makes them: HMAC-SHA1, six
// digits, a step of 30 seconds.
#include "kernel/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::team {

// As long as the hash is (RFC 4226 section 4).
inline constexpr std::size_t totp_secret_bytes = 20;

// The number of the step that a moment lies in.
[[nodiscard]] std::int64_t totp_step(Instant at);

[[nodiscard]] std::string totp_code(std::string_view secret, std::int64_t step);

// Which step is this the code of? One step on either side of now is good, too, for clocks that
// differ and people who type slowly; but none up to `last`, the step of the newest code that was
// accepted: a code that somebody has watched is worth nothing. Nothing where it is none of these.
[[nodiscard]] std::optional<std::int64_t>
totp_match(std::string_view secret, std::string_view code, Instant now, std::int64_t last);

// RFC 4648 section 6, without padding: how authenticators take a secret that is typed.
[[nodiscard]] std::string to_base32(std::string_view bytes);

// otpauth://totp/...: what authenticators read from a picture. `issuer` and `name` are shown there.
[[nodiscard]] std::string
totp_uri(std::string_view issuer, std::string_view name, std::string_view secret);

}  // namespace tellfirst::team
