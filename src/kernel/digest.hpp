#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tellfirst {

// 32 raw bytes.
[[nodiscard]] std::string sha256(std::string_view data);

// 32 raw bytes (RFC 2104 with SHA-256). The key may have any length.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view data);

// The UUID that belongs to a name, in RFC 9562's version 8 (from SHA-256): for peers that want one.
[[nodiscard]] std::string uuid_of(std::string_view name);

// Takes the same time wherever the first difference is.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string to_base64(std::string_view bytes);
// The URL alphabet, without padding (RFC 4648 section 5).
[[nodiscard]] std::string to_base64url(std::string_view bytes);

// From the system's generator, never from a seed.
[[nodiscard]] std::string random_bytes(std::size_t count);
[[nodiscard]] std::uint32_t random_number();

// 256 random bits as 43 characters that are safe in an address: tokens, links, session cookies.
[[nodiscard]] std::string random_secret();

}  // namespace tellfirst
