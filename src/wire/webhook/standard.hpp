#pragma once
// What we send to somebody's webhook says by itself that it comes from us and was not touched.
// Source: Standard Webhooks 1.0.0 (github.com/standard-webhooks/standard-webhooks).
#include "kernel/instant.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tellfirst::webhook {

// The standard allows 24 to 64 bytes.
inline constexpr std::size_t secret_bytes = 32;

// As the receiver keeps it: "whsec_" and base64.
[[nodiscard]] std::string secret_text(std::string_view bytes);

struct Message {
    std::string_view id;  // the same in every attempt, so that a receiver knows a repetition
    Instant at;           // of this attempt: an old one cannot be sent again by somebody else
    std::string_view body;
};

// The three headers that are sent along. A signature for each of `secrets` (their bytes): while one
// secret takes the place of another, a receiver may know either.
using Headers = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Headers signed_headers(Message const& message, std::span<std::string const> secrets);

}  // namespace tellfirst::webhook
