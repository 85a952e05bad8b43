#pragma once
#include "team/team.hpp"

namespace tellfirst::team {

struct SignIn {
    static constexpr std::array<std::string_view, 2> required{"email", "password"};
    Email email;
    std::string password;
    std::optional<std::string> code;  // of the authenticator or for recovery
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password, code))

struct Opened {
    Person person;
    std::string session_secret;
};

// Slow (it hashes): outside any transaction. `address` is where the request came from.
// Errors team.wrong_password (401): also for a person who is disabled, has no password yet or does
// not exist, after the same time; team.too_many_attempts. Where the second factor is on and the
// password right: session.needs_code, session.wrong_code (401).
[[nodiscard]] Result<Opened> sign_in(House& house, std::string_view address, SignIn const& wish);

}  // namespace tellfirst::team
