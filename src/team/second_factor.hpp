#pragma once
// The second factor: signing in takes a code from an authenticator as well as the password.
#include "team/store.hpp"

namespace tellfirst::team {

// Somebody who is signed in and changes how he signs in. He is asked once more for what only he
// knows or has, so that a browser left open is not enough; wrong guesses count as at sign-in.
struct Asker {
    Actor actor;          // a person
    std::string address;  // where his request came from
    std::string session;  // the hash of its secret: his other sessions end, this one does not
};

struct Enrolment {
    std::string secret;  // base32, to be typed
    std::string uri;     // the same to be photographed
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (secret, uri))

struct RecoveryCodes {
    std::vector<std::string> recovery_codes;  // shown once
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

// Makes a secret, instead of one that was never confirmed; nothing changes until it is. Slow (it
// hashes): outside any transaction.
// Errors me.wrong_password, second_factor.is_on, team.too_many_attempts.
[[nodiscard]] Result<Enrolment>
begin_second_factor(House& house, Asker const& asker, std::string_view password);

// Turns it on by a first code. Errors second_factor.wrong_code, second_factor.not_begun,
// second_factor.is_on, team.too_many_attempts.
[[nodiscard]] Result<RecoveryCodes>
confirm_second_factor(House& house, Asker const& asker, std::string_view code);

// New codes instead of the old ones, by a code of the authenticator. Errors
// second_factor.wrong_code, second_factor.is_off, team.too_many_attempts.
[[nodiscard]] Result<RecoveryCodes>
renew_recovery_codes(House& house, Asker const& asker, std::string_view code);

// Slow, too. Errors me.wrong_password, team.too_many_attempts.
[[nodiscard]] Result<Person>
turn_off_own_second_factor(House& house, Asker const& asker, std::string_view password);

// Is this a code by which he may come in now, of the authenticator or for recovery? It is good for
// this once.
[[nodiscard]] bool use_code(Call& call, PersonId person, std::string_view code);

}  // namespace tellfirst::team
