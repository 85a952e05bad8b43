#include "kernel/secret_box.hpp"

#include "kernel/digest.hpp"

#include <sodium.h>

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

std::string box_key(std::string_view key)
{
    static_assert(crypto_secretbox_KEYBYTES == crypto_hash_sha256_BYTES);
    return sha256(key);
}

}  // namespace

std::string lock_away(std::string_view key, std::string_view text)
{
    auto const whole = box_key(key);
    auto const nonce = random_bytes(crypto_secretbox_NONCEBYTES);
    std::string box(crypto_secretbox_MACBYTES + text.size(), '\0');
    crypto_secretbox_easy(
        bytes_of(box), bytes_of(text), text.size(), bytes_of(nonce), bytes_of(whole));
    return nonce + box;
}

std::optional<std::string> unlock(std::string_view key, std::string_view locked)
{
    constexpr std::size_t least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (locked.size() < least)
        return std::nullopt;
    auto const whole = box_key(key);
    auto const nonce = locked.substr(0, crypto_secretbox_NONCEBYTES);
    auto const box = locked.substr(crypto_secretbox_NONCEBYTES);
    std::string text(locked.size() - least, '\0');
    if (crypto_secretbox_open_easy(
            bytes_of(text), bytes_of(box), box.size(), bytes_of(nonce), bytes_of(whole)) != 0)
        return std::nullopt;
    return text;
}

}  // namespace tellfirst
