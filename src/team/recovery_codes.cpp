#include "team/recovery_codes.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "team/facts.hpp"
#include "team/totp.hpp"

namespace tellfirst::team {
namespace {

constexpr std::size_t half = 5;  // characters of five bits before and behind the dash
constexpr std::size_t random_bytes_a_code = 7;

std::string plain(std::string_view code)
{
    auto text = ascii_lower(code);
    std::erase_if(text, [](char c) { return c == '-' || c == ' '; });
    return text;
}

// 50 bits are few enough to be typed and too few to be hashed bare: with the key, a copy of the
// database alone is not enough to try them all.
std::string hash_of(Call const& call, PersonId person, std::string_view code)
{
    return hmac_sha256(
        call.settings.secret, fmt::format("recovery code of {}: {}", person.text(), plain(code)));
}

std::string new_code()
{
    auto const letters = ascii_lower(to_base32(random_bytes(random_bytes_a_code)));
    return letters.substr(0, half) + "-" + letters.substr(half, half);
}

}  // namespace

std::vector<std::string> make_recovery_codes(Call& call, PersonId person)
{
    std::vector<std::string> codes;
    std::vector<std::string> hashes;
    while (codes.size() < recovery_codes_made) {
        codes.push_back(new_code());
        hashes.push_back(hash_of(call, person, codes.back()));
    }
    store::put_recovery_codes(call.tx, person, hashes);
    call.tell(RecoveryCodesMade{.person = person});
    return codes;
}

bool use_recovery_code(Call& call, PersonId person, std::string_view code)
{
    if (!store::take_recovery_code(call.tx, person, hash_of(call, person, code)))
        return false;
    call.tell(RecoveryCodeUsed{.person = person});
    return true;
}

}  // namespace tellfirst::team
