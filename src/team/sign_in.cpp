#include "team/sign_in.hpp"

#include "team/attempts.hpp"
#include "team/password.hpp"
#include "team/second_factor.hpp"
#include "team/sessions.hpp"

namespace tellfirst::team {
namespace {

// What stands in the database against a guess; no hash where nobody can sign in by this address.
struct Known {
    std::optional<Person> person;
    std::optional<std::string> hash;
};

Known look_up(Call& call, Email const& email)
{
    auto const person = store::person_by_email(call.tx, email);
    if (!person || person->disabled)
        return {};
    return {.person = person, .hash = store::password_hash(call.tx, person->id)};
}

Problem unauthenticated(std::string code, std::string detail)
{
    return {.kind = Refusal::unauthenticated, .code = std::move(code), .detail = std::move(detail)};
}

// The guess stays counted until code and password are right: who knows the password must not get
// as many guesses at the code as he likes.
Result<void> check_code(Call& call, Person const& person, std::optional<std::string> const& code)
{
    if (!person.second_factor)
        return {};
    if (!code)
        return unauthenticated(
            "session.needs_code", "Give the code of your authenticator, or a recovery code.");
    if (!use_code(call, person.id, *code))
        return unauthenticated(
            "session.wrong_code", "This code is wrong, too old or was used. Try the next one.");
    return {};
}

}  // namespace

Result<Opened> sign_in(House& house, std::string_view address, SignIn const& wish)
{
    auto const known = house.write(Actor::nobody(), [&](Call& call) -> Result<Known> {
        if (auto const may = count_attempt(call, address, wish.email); !may)
            return may.error();
        return look_up(call, wish.email);
    });
    if (!known)
        return known.error();

    auto const wrong = unauthenticated("team.wrong_password", "Address or password is wrong.");
    if (!is_password(known->hash, wish.password))
        return wrong;

    return house.write(Actor::nobody(), [&](Call& call) -> Result<Opened> {
        auto const now_known = look_up(call, wish.email);
        if (now_known.hash != known->hash)
            return wrong;  // disabled or a new password while we were hashing
        if (auto const good = check_code(call, *now_known.person, wish.code); !good)
            return good.error();
        forgive_attempts(call, address, wish.email);
        return Opened{
            .person = *now_known.person,
            .session_secret = open_session(call, now_known.person->id)};
    });
}

}  // namespace tellfirst::team
