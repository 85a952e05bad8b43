#pragma once
// A message to a browser: sealed so that only it can read it (RFC 8291), with the proof that it is
// ours (RFC 8292).
#include "kernel/instant.hpp"
#include "wire/webpush/keys.hpp"

namespace tellfirst::webpush {

// The longest text that a push service must take (RFC 8291, section 4).
inline constexpr std::size_t most_text_bytes = 3993;

// What a browser gave us, as bytes.
struct Browser {
    std::string open_key;  // "p256dh": 65 bytes
    std::string auth;      // 16 bytes
};

// Made anew for each message.
struct Fresh {
    KeyPair keys;
    std::string salt;  // 16 bytes
};
[[nodiscard]] Fresh fresh();

// The body, in the coding aes128gcm. Nothing where the browser's keys are none or the text is too
// long.
[[nodiscard]] std::optional<std::string>
sealed(std::string_view text, Browser const& to, Fresh const& with);

struct Proof {
    std::string audience;  // the push service's origin: "https://push.example"
    std::string subject;   // who may be asked about it: "mailto:..."
    Instant until;         // within 24 hours
};
// The value of an Authorization header.
[[nodiscard]] std::string authorization(KeyPair const& ours, Proof const& proof);

// Of base64url without padding (RFC 4648, section 5); nothing where it is none.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace tellfirst::webpush
