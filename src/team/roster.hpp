#pragma once
#include "team/team.hpp"

namespace tellfirst::team {

// Who is paged, the first first.
struct Roster {
    std::vector<PersonId> people;
    bool operator==(Roster const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Roster, (), (people))

[[nodiscard]] Roster roster(db::Tx& tx);

// Errors person.not_found, roster.twice ("people[1]").
[[nodiscard]] Result<Roster> set_roster(Call& call, Roster const& wish);

}  // namespace tellfirst::team
