#include "wire/webpush/keys.hpp"

#include "kernel/digest.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace tellfirst::webpush {
namespace {

constexpr std::size_t secret_size = 32;
constexpr std::size_t open_size = 65;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Group = std::unique_ptr<EC_GROUP, Freed<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freed<EC_POINT_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

unsigned char const* bytes(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

void must(bool well)
{
    if (!well)
        throw std::runtime_error{"OpenSSL refuses to work with P-256"};
}

Group p256()
{
    Group group{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
    must(group != nullptr);
    return group;
}

Number number(std::string_view text)
{
    Number made{BN_bin2bn(bytes(text), static_cast<int>(text.size()), nullptr)};
    must(made != nullptr);
    return made;
}

// `secret` may be empty: then the key can only be spoken to.
Key key_of(std::string_view secret, std::string_view open)
{
    Builder const builder{OSSL_PARAM_BLD_new()};
    must(builder != nullptr);
    auto const private_number = secret.empty() ? nullptr : number(secret);
    must(
        OSSL_PARAM_BLD_push_utf8_string(
            builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) == 1 &&
        OSSL_PARAM_BLD_push_octet_string(
            builder.get(), OSSL_PKEY_PARAM_PUB_KEY, open.data(), open.size()) == 1);
    if (private_number)
        must(
            OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, private_number.get()) ==
            1);
    Parameters const parameters{OSSL_PARAM_BLD_to_param(builder.get())};
    KeyContext const context{EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr)};
    must(parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1);
    EVP_PKEY* made = nullptr;
    must(EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_KEYPAIR, parameters.get()) == 1);
    return Key{made};
}

}  // namespace

std::optional<KeyPair> key_pair_of(std::string_view secret)
{
    if (secret.size() != secret_size)
        return std::nullopt;
    auto const group = p256();
    auto const factor = number(secret);
    bool const is_key =
        !BN_is_zero(factor.get()) && BN_cmp(factor.get(), EC_GROUP_get0_order(group.get())) < 0;
    if (!is_key)
        return std::nullopt;
    Point const point{EC_POINT_new(group.get())};
    must(
        point != nullptr &&
        EC_POINT_mul(group.get(), point.get(), factor.get(), nullptr, nullptr, nullptr) == 1);
    KeyPair pair{.secret = std::string{secret}, .open = std::string(open_size, '\0')};
    must(
        EC_POINT_point2oct(
            group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, bytes(pair.open), open_size,
            nullptr) == open_size);
    return pair;
}

KeyPair new_key_pair()
{
    // One of 2^32 random numbers of this size is no key.
    for (;;)
        if (auto pair = key_pair_of(random_bytes(secret_size)))
            return *std::move(pair);
}

bool is_open_key(std::string_view text)
{
    if (text.size() != open_size || text.front() != '\x04')
        return false;
    auto const group = p256();
    Point const point{EC_POINT_new(group.get())};
    must(point != nullptr);
    return EC_POINT_oct2point(group.get(), point.get(), bytes(text), text.size(), nullptr) == 1;
}

std::optional<std::string> shared_secret(KeyPair const& ours, std::string_view their_open)
{
    if (!is_open_key(their_open))
        return std::nullopt;
    auto const mine = key_of(ours.secret, ours.open);
    auto const theirs = key_of({}, their_open);
    KeyContext const context{EVP_PKEY_CTX_new(mine.get(), nullptr)};
    std::string shared(secret_size, '\0');
    auto size = shared.size();
    must(
        context && EVP_PKEY_derive_init(context.get()) == 1 &&
        EVP_PKEY_derive_set_peer(context.get(), theirs.get()) == 1 &&
        EVP_PKEY_derive(context.get(), bytes(shared), &size) == 1 && size == shared.size());
    return shared;
}

std::string sign(KeyPair const& ours, std::string_view text)
{
    auto const mine = key_of(ours.secret, ours.open);
    Digest const digest{EVP_MD_CTX_new()};
    std::array<unsigned char, 80> der{};  // 72 are enough
    auto size = der.size();
    must(
        digest &&
        EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, mine.get()) == 1 &&
        EVP_DigestSign(digest.get(), der.data(), &size, bytes(text), text.size()) == 1);
    auto const* at = der.data();
    Signature const signature{d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size))};
    must(signature != nullptr);
    std::string both(2 * secret_size, '\0');
    constexpr int half = secret_size;
    must(
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytes(both), half) == half &&
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytes(both) + half, half) == half);
    return both;
}

}  // namespace tellfirst::webpush
