// What the operator does for somebody who cannot get in any more: whoever may write to the data
// folder needs no other leave.
#include "app/commands.hpp"
#include "app/open_house.hpp"

#include <cstdio>

namespace tellfirst::app {
namespace {

// Runs `verb(call, person)` on the person with that address and prints what it answers.
template <class Verb>
int for_person(Chosen chosen, std::string const& email, Verb const& verb)
{
    auto const address = Email::parse(email);
    if (!address)
        return refuse(invalid("input.invalid", "email", "--email is not an address."));
    auto const opened = OpenHouse::open_there(std::move(chosen));
    if (!opened)
        return refuse(opened.error());
    auto const said =
        (*opened)->house().write(Actor::system(), [&](Call& call) -> Result<std::string> {
            auto const person = team::find_person_by_email(call.tx, *address);
            if (!person)
                return invalid(
                    "person.not_found", "email",
                    "Nobody of the team has the address " + email + ".");
            return verb(call, *person);
        });
    if (!said)
        return refuse(said.error());
    fmt::print("{}\n", *said);
    return exit_ok;
}

}  // namespace

int user_link(Chosen chosen, std::string const& email)
{
    return for_person(
        std::move(chosen), email,
        [](Call& call, team::Person const& person) -> Result<std::string> {
            auto const secret = team::password_link(call, person.id);
            if (!secret)
                return secret.error();
            return team::link_url(call.settings, *secret);
        });
}

int user_second_factor_off(Chosen chosen, std::string const& email)
{
    return for_person(
        std::move(chosen), email,
        [](Call& call, team::Person const& person) -> Result<std::string> {
            auto const off = team::turn_off_second_factor(call, person.id);
            if (!off)
                return off.error();
            return person.second_factor
                       ? person.name + " signs in with the password alone from now on."
                       : person.name + " has no second factor; nothing was changed.";
        });
}

}  // namespace tellfirst::app
