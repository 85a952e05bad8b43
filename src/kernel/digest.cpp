#include "kernel/digest.hpp"

#include <sodium.h>

#include <stdexcept>

namespace tellfirst {
namespace {

unsigned char const* bytes_of(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

// libsodium asks to be initialised before its generator is used; doing so again is harmless.
void make_ready()
{
    static bool const ready = sodium_init() >= 0;
    if (!ready)
        throw std::runtime_error{"libsodium could not be initialised"};
}

std::string base64(std::string_view bytes, int variant)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();  // the NUL that C wants
    return text;
}

}  // namespace

std::string sha256(std::string_view data)
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes_of(digest), bytes_of(data), data.size());
    return digest;
}

std::string hmac_sha256(std::string_view key, std::string_view data)
{
    std::string digest(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(data), data.size());
    crypto_auth_hmacsha256_final(&state, bytes_of(digest));
    return digest;
}

std::string uuid_of(std::string_view name)
{
    auto bytes = sha256(name).substr(0, 16);
    auto const mark = [&bytes](std::size_t at, unsigned kept, unsigned bits) {
        bytes[at] = static_cast<char>((static_cast<unsigned char>(bytes[at]) & kept) | bits);
    };
    mark(6, 0x0f, 0x80);  // version 8
    mark(8, 0x3f, 0x80);  // the variant of RFC 9562
    auto const hex = to_hex(bytes);
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' +
           hex.substr(16, 4) + '-' + hex.substr(20);
}

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string to_hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string to_base64(std::string_view bytes)
{
    return base64(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string to_base64url(std::string_view bytes)
{
    return base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string random_bytes(std::size_t count)
{
    make_ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::uint32_t random_number()
{
    make_ready();
    return randombytes_random();
}

std::string random_secret()
{
    constexpr std::size_t bytes = 32;
    return to_base64url(random_bytes(bytes));
}

}  // namespace tellfirst
