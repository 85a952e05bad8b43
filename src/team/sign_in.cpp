#include "team/sign_in.hpp"

#include "team/attempts.hpp"
#include "team/password.hpp"
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

    Problem const wrong{
        .kind = Refusal::unauthenticated,
        .code = "team.wrong_password",
        .detail = "Address or password is wrong."};
    if (!is_password(known->hash, wish.password))
        return wrong;

    return house.write(Actor::nobody(), [&](Call& call) -> Result<Opened> {
        auto const now_known = look_up(call, wish.email);
        if (now_known.hash != known->hash)
            return wrong;  // disabled or a new password while we were hashing
        forgive_attempts(call, address, wish.email);
        return Opened{
            .person = *now_known.person,
            .session_secret = open_session(call, now_known.person->id)};
    });
}

}  // namespace tellfirst::team
