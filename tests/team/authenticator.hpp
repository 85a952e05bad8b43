#pragma once
// Somebody whose second factor is on, and the telephone that makes his codes.
#include "team/second_factor.hpp"
#include "team/somebody.hpp"
#include "team/totp.hpp"

namespace tellfirst::team {

inline std::string from_base32(std::string_view text)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    std::size_t pending = 0;
    int bits = 0;
    for (char const c : text) {
        pending = pending << 5 | alphabet.find(c);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(pending >> bits & 0xff);
        }
    }
    return bytes;
}

inline Asker asker(Person const& person, std::string session = "his hash")
{
    return {.actor = as(person), .address = "192.0.2.1", .session = std::move(session)};
}

struct Enrolled {
    Person person;
    std::string secret;  // base32, as it was shown to him
    std::vector<std::string> recovery_codes;

    [[nodiscard]] std::string code(Instant at) const
    {
        return totp_code(from_base32(secret), totp_step(at));
    }
};

// The code by which he confirms it is that of the moment in which he does.
inline Enrolled enrol(support::World& world, Person const& person)
{
    auto house = world.house();
    auto const begun = begin_second_factor(house, asker(person), his_password);
    REQUIRE(begun);
    Enrolled enrolled{.person = person, .secret = begun->secret, .recovery_codes = {}};
    auto const codes = confirm_second_factor(house, asker(person), enrolled.code(world.now()));
    REQUIRE(codes);
    enrolled.recovery_codes = codes->recovery_codes;
    return enrolled;
}

inline Enrolled enrolled(support::World& world, std::string const& name)
{
    return enrol(world, with_password(world, name));
}

}  // namespace tellfirst::team
