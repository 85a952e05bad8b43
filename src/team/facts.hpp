#pragma once
// What team tells.
#include "team/team.hpp"

namespace tellfirst::team {

struct PersonAdded {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "PersonAdded";
    PersonId person;
    Role role = Role::agent;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(PersonAdded, (), (person, role))

struct PersonChanged {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "PersonChanged";
    PersonId person;
    Role role = Role::agent;
    bool disabled = false;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(PersonChanged, (), (person, role, disabled))

struct PasswordSet {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "PasswordSet";
    PersonId person;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(PasswordSet, (), (person))

struct SignedIn {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "SignedIn";
    PersonId person;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (person))

struct SecondFactorTurnedOn {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "SecondFactorTurnedOn";
    PersonId person;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(SecondFactorTurnedOn, (), (person))

struct SecondFactorTurnedOff {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "SecondFactorTurnedOff";
    PersonId person;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(SecondFactorTurnedOff, (), (person))

struct RecoveryCodesMade {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "RecoveryCodesMade";
    PersonId person;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(RecoveryCodesMade, (), (person))

struct RecoveryCodeUsed {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "RecoveryCodeUsed";
    PersonId person;
    [[nodiscard]] std::string subject() const { return person.text(); }
};
BOOST_DESCRIBE_STRUCT(RecoveryCodeUsed, (), (person))

struct TokenCreated {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "TokenCreated";
    TokenId token;
    Role role = Role::agent;
    [[nodiscard]] std::string subject() const { return token.text(); }
};
BOOST_DESCRIBE_STRUCT(TokenCreated, (), (token, role))

struct TokenRevoked {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "TokenRevoked";
    TokenId token;
    [[nodiscard]] std::string subject() const { return token.text(); }
};
BOOST_DESCRIBE_STRUCT(TokenRevoked, (), (token))

struct RosterChanged {
    static constexpr std::string_view room = "team";
    static constexpr std::string_view kind = "RosterChanged";
    std::vector<PersonId> people;
    [[nodiscard]] std::string subject() const { return "roster"; }
};
BOOST_DESCRIBE_STRUCT(RosterChanged, (), (people))

}  // namespace tellfirst::team
