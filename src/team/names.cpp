#include "team/store.hpp"
#include "team/team.hpp"

namespace tellfirst::team {

std::string name_of_actor(db::Tx& tx, std::string_view actor)
{
    if (auto const id = PersonId::parse(actor)) {
        auto person = store::person(tx, *id);
        return person ? std::move(person->name) : "";
    }
    if (auto const id = TokenId::parse(actor)) {
        auto token = store::token(tx, *id);
        return token ? std::move(token->name) : "";
    }
    return "";
}

}  // namespace tellfirst::team
