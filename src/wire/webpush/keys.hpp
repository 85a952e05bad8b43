#pragma once
// Key pairs on the curve P-256, as browsers and we have them (RFC 8291, RFC 8292).
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::webpush {

struct KeyPair {
    std::string secret;  // 32 bytes
    std::string open;    // 65 bytes: the point, not compressed
    bool operator==(KeyPair const&) const = default;
};

[[nodiscard]] KeyPair new_key_pair();

// Nothing where these bytes are no key of the curve.
[[nodiscard]] std::optional<KeyPair> key_pair_of(std::string_view secret);

// Is it a point of the curve, written as above?
[[nodiscard]] bool is_open_key(std::string_view point);

// What two who know each other's open key know together (ECDH); nothing where that one is none.
[[nodiscard]] std::optional<std::string>
shared_secret(KeyPair const& ours, std::string_view their_open);

// ES256 (RFC 7518, section 3.4): 64 bytes.
[[nodiscard]] std::string sign(KeyPair const& ours, std::string_view text);

}  // namespace tellfirst::webpush
