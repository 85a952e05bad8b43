#include "wire/dkim/key.hpp"

#include "kernel/digest.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace tellfirst::dkim {
namespace {

// Receivers need not verify longer ones (RFC 8301 section 3.2), and shorter ones can be broken.
constexpr int fewest_bits = 2048;
constexpr int most_bits = 4096;

Problem bad_key(std::string detail)
{
    return {.kind = Refusal::invalid, .code = "dkim.bad_key", .detail = std::move(detail)};
}

// Without this OpenSSL would ask on the terminal, where nobody sits.
int no_password(char*, int, int, void*)
{
    return -1;
}

void require(bool done)
{
    if (!done)
        throw std::runtime_error{"OpenSSL does not sign"};
}

}  // namespace

Result<Key> Key::parse(std::string_view pem)
{
    std::unique_ptr<BIO, int (*)(BIO*)> const text{
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
    std::shared_ptr<EVP_PKEY> key{
        PEM_read_bio_PrivateKey(text.get(), nullptr, no_password, nullptr), EVP_PKEY_free};
    if (!key)
        return bad_key(
            "holds no private key in PEM without a password; make one with \"openssl genpkey\"");
    if (EVP_PKEY_is_a(key.get(), "ED25519") == 1)
        return Key{std::move(key)};
    if (EVP_PKEY_is_a(key.get(), "RSA") != 1)
        return bad_key("holds a key that is neither RSA nor Ed25519; make one of these");
    auto const bits = EVP_PKEY_get_bits(key.get());
    if (bits < fewest_bits || bits > most_bits)
        return bad_key("holds an RSA key that is not of 2048 to 4096 bits; make one of 2048");
    return Key{std::move(key)};
}

std::string_view Key::algorithm() const
{
    return EVP_PKEY_is_a(key_.get(), "RSA") == 1 ? "rsa-sha256" : "ed25519-sha256";
}

std::string Key::sign(std::string_view data) const
{
    bool const is_rsa = EVP_PKEY_is_a(key_.get(), "RSA") == 1;
    // Ed25519 signs the digest as its message (RFC 8463 section 3).
    auto const digest = is_rsa ? std::string{} : sha256(data);
    auto const signee = is_rsa ? data : std::string_view{digest};
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> const context{
        EVP_MD_CTX_new(), EVP_MD_CTX_free};
    require(
        EVP_DigestSignInit(
            context.get(), nullptr, is_rsa ? EVP_sha256() : nullptr, nullptr, key_.get()) == 1);
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key_.get()));
    std::string signature(size, '\0');
    require(
        EVP_DigestSign(
            context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
            reinterpret_cast<unsigned char const*>(signee.data()), signee.size()) == 1);
    signature.resize(size);
    return signature;
}

}  // namespace tellfirst::dkim
