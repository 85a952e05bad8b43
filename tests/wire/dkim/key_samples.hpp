#pragma once
// Keys that are made for a test.
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>
#include <string>

namespace tellfirst::dkim::samples {

using OwnedKey = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)>;

inline OwnedKey rsa(unsigned bits = 2048)
{
    return {EVP_RSA_gen(bits), EVP_PKEY_free};
}

inline std::string pem_of(OwnedKey const& key, char const* password = nullptr)
{
    std::unique_ptr<BIO, int (*)(BIO*)> const text{BIO_new(BIO_s_mem()), BIO_free};
    auto const* const cipher = password != nullptr ? EVP_aes_128_cbc() : nullptr;
    PEM_write_bio_PKCS8PrivateKey(
        text.get(), key.get(), cipher, password, password != nullptr ? 2 : 0, nullptr, nullptr);
    char* bytes = nullptr;
    auto const size = BIO_get_mem_data(text.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

// The key of RFC 8463 appendix A, which all the world knows.
inline constexpr std::string_view ed25519 =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
    "-----END PRIVATE KEY-----\n";

}  // namespace tellfirst::dkim::samples
