#include "wire/webpush/message.hpp"

#include "kernel/digest.hpp"
#include "kernel/json.hpp"
#include "wire/mime/transfer.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace tellfirst::webpush {
namespace {

constexpr std::size_t salt_size = 16;
constexpr std::size_t auth_size = 16;
constexpr std::size_t key_size = 16;
constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;
constexpr std::string_view record_size{"\0\0\x10\0", 4};  // 4096
constexpr std::string_view end_of_last{"\x02", 1};        // RFC 8188, section 2
constexpr std::string_view zero{"\0", 1};

// HKDF (RFC 5869) for at most 32 bytes.
std::string
derive(std::string_view salt, std::string_view input, std::string_view info, std::size_t size)
{
    auto const key = hmac_sha256(salt, input);
    return hmac_sha256(key, std::string{info} + "\x01").substr(0, size);
}

std::string encrypted(std::string_view key, std::string_view nonce, std::string const& text)
{
    std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> const context{
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    auto const bytes = [](auto& all) { return reinterpret_cast<unsigned char const*>(all.data()); };
    std::string out(text.size() + tag_size, '\0');
    auto* const into = reinterpret_cast<unsigned char*>(out.data());
    int written = 0;
    int last = 0;
    bool const well =
        context &&
        EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, bytes(key), bytes(nonce)) ==
            1 &&
        EVP_EncryptUpdate(
            context.get(), into, &written, bytes(text), static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), into + written, &last) == 1 &&
        EVP_CIPHER_CTX_ctrl(
            context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_size), into + text.size()) ==
            1;
    if (!well)
        throw std::runtime_error{"OpenSSL refuses to work with AES-128-GCM"};
    return out;
}

}  // namespace

Fresh fresh()
{
    return {.keys = new_key_pair(), .salt = random_bytes(salt_size)};
}

std::optional<std::string> sealed(std::string_view text, Browser const& to, Fresh const& with)
{
    if (to.auth.size() != auth_size || text.size() > most_text_bytes)
        return std::nullopt;
    auto const shared = shared_secret(with.keys, to.open_key);
    if (!shared)
        return std::nullopt;
    auto const info =
        std::string{"WebPush: info"} + std::string{zero} + to.open_key + with.keys.open;
    auto const input = derive(to.auth, *shared, info, 32);
    auto const named = [](std::string_view name) {
        return "Content-Encoding: " + std::string{name} + std::string{zero};
    };
    auto const key = derive(with.salt, input, named("aes128gcm"), key_size);
    auto const nonce = derive(with.salt, input, named("nonce"), nonce_size);
    auto const length = static_cast<char>(with.keys.open.size());
    return with.salt + std::string{record_size} + length + with.keys.open +
           encrypted(key, nonce, std::string{text} + std::string{end_of_last});
}

std::string authorization(KeyPair const& ours, Proof const& proof)
{
    JsonObject const head{{"typ", "JWT"}, {"alg", "ES256"}};
    auto const until = std::chrono::floor<std::chrono::seconds>(proof.until).time_since_epoch();
    JsonObject const claims{
        {"aud", proof.audience}, {"exp", until.count()}, {"sub", proof.subject}};
    auto token = to_base64url(write_json(head)) + "." + to_base64url(write_json(claims));
    token += "." + to_base64url(sign(ours, token));
    return "vapid t=" + token + ", k=" + to_base64url(ours.open);
}

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string usual{text};
    std::ranges::replace(usual, '-', '+');
    std::ranges::replace(usual, '_', '/');
    auto bytes = mime::from_base64(usual + std::string((4 - usual.size() % 4) % 4, '='));
    // What it skips does not come back.
    return to_base64url(bytes) == text ? std::optional{std::move(bytes)} : std::nullopt;
}

}  // namespace tellfirst::webpush
