#include "team/totp.hpp"

#include "kernel/digest.hpp"
#include "wire/http/urls.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <new>

namespace tellfirst::team {
namespace {

constexpr std::chrono::seconds step_length{30};
constexpr std::uint32_t codes = 1'000'000;  // six digits

using Sha1 = std::array<unsigned char, 20>;

Sha1 hmac_sha1(std::string_view key, std::string_view data)
{
    Sha1 digest{};
    unsigned length = 0;
    if (HMAC(
            EVP_sha1(), key.data(), static_cast<int>(key.size()),
            reinterpret_cast<unsigned char const*>(data.data()), data.size(), digest.data(),
            &length) == nullptr)
        throw std::bad_alloc{};  // the only way it fails
    return digest;
}

}  // namespace

std::int64_t totp_step(Instant at)
{
    return at.time_since_epoch() / step_length;
}

std::string totp_code(std::string_view secret, std::int64_t step)
{
    std::string counter;  // eight bytes, the highest first
    for (int shift = 56; shift >= 0; shift -= 8)
        counter += static_cast<char>(static_cast<std::uint64_t>(step) >> shift & 0xff);
    auto const digest = hmac_sha1(secret, counter);

    // Four bytes from a place that the digest itself names (RFC 4226 section 5.3).
    std::size_t const offset = digest.back() & 0x0f;
    std::uint32_t number = digest[offset] & 0x7f;
    for (std::size_t i = 1; i < 4; ++i)
        number = number << 8 | digest[offset + i];
    return fmt::format("{:06}", number % codes);
}

std::optional<std::int64_t>
totp_match(std::string_view secret, std::string_view code, Instant now, std::int64_t last)
{
    auto const here = totp_step(now);
    std::optional<std::int64_t> found;
    for (auto step = here - 1; step <= here + 1; ++step)
        if (equal_in_constant_time(totp_code(secret, step), code) && step > last && !found)
            found = step;
    return found;
}

std::string to_base32(std::string_view bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t pending = 0;
    int bits = 0;
    for (char const c : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5)
            text += alphabet[pending >> (bits - 5) & 31];
    }
    if (bits > 0)
        text += alphabet[pending << (5 - bits) & 31];
    return text;
}

std::string totp_uri(std::string_view issuer, std::string_view name, std::string_view secret)
{
    auto const who = http::percent_encode(issuer);
    return fmt::format(
        "otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30", who,
        http::percent_encode(name), to_base32(secret), who);
}

}  // namespace tellfirst::team
