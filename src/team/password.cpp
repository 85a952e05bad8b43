#include "team/password.hpp"

#include "kernel/text.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace tellfirst::team {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;

// The hash of 32 random bytes that were thrown away, with the same cost as all others.
constexpr char const* nobodys = "$argon2id$v=19$m=19456,t=2,p=1$fOhaJqHJBnCr9aAyZfBRPA$"
                                "OQhAC8W7jYhRxJGP8aE0OU1kSkIWO8xncVPsuIkzNb4";

}  // namespace

Result<void>
check_password(std::string_view password, std::string_view name, std::string_view email)
{
    auto const weak = [](char const* detail) {
        return invalid("person.weak_password", "password", detail);
    };
    if (password.size() < shortest_password)
        return weak("Take at least 10 characters; three or four words are easy to remember.");
    if (password.size() > longest_password)
        return weak("Take at most 1,024 characters.");
    auto const plain = ascii_lower(password);
    if (plain == ascii_lower(name) || plain == ascii_lower(email))
        return weak("Your name or address is the first thing that somebody tries.");
    return {};
}

std::string hash_password(std::string_view password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(
            hash.data(), password.data(), password.size(), passes, memory,
            crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc{};  // the only way it fails
    return hash.data();
}

bool is_password(std::optional<std::string> const& hash, std::string_view password)
{
    if (password.size() > longest_password)
        return false;  // known by looking at it, whoever's it is said to be
    auto const same = crypto_pwhash_str_verify(
                          hash ? hash->c_str() : nobodys, password.data(), password.size()) == 0;
    return same && hash.has_value();
}

}  // namespace tellfirst::team
