#include "team/facts.hpp"
#include "team/password.hpp"
#include "team/store.hpp"
#include "team/team.hpp"

namespace tellfirst::team {

Result<void> set_password(House const& house, PersonId id, std::string_view password)
{
    auto const person =
        house.read(Actor::system(), [&](Call& call) { return store::person(call.tx, id); });
    if (!person)
        return not_found("person");
    if (auto const good = check_password(password, person->name, person->email.text()); !good)
        return good.error();
    auto const hash = hash_password(password);
    house.write(Actor::system(), [&](Call& call) {
        store::set_password_hash(call.tx, id, hash);
        store::end_sessions_of(call.tx, id);
        call.tell(PasswordSet{.person = id});
    });
    return {};
}

}  // namespace tellfirst::team
