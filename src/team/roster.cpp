#include "team/roster.hpp"

#include "team/facts.hpp"
#include "team/store.hpp"

namespace tellfirst::team {

Roster roster(db::Tx& tx)
{
    return {.people = store::roster(tx)};
}

Result<Roster> set_roster(Call& call, Roster const& wish)
{
    for (std::size_t i = 0; i < wish.people.size(); ++i) {
        auto const field = fmt::format("people[{}]", i);
        auto const here = wish.people.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(wish.people.begin(), here, *here) != here)
            return invalid("roster.twice", field, "Everybody is on the roster once.");
        if (!store::person(call.tx, *here))
            return invalid("person.not_found", field, "There is no such person.");
    }
    store::set_roster(call.tx, wish.people);
    call.tell(RosterChanged{.people = wish.people});
    return wish;
}

std::optional<Person> on_duty(db::Tx& tx)
{
    if (auto const first = store::first_on_roster(tx))
        return first;
    auto const owners = store::owners(tx);
    return owners.empty() ? std::nullopt : std::optional{owners.front()};
}

std::optional<Person> whom_to_page(db::Tx& tx, std::optional<PersonId> owner)
{
    if (owner)
        if (auto const person = find_person(tx, *owner); person && !person->disabled)
            return person;
    return on_duty(tx);
}

}  // namespace tellfirst::team
