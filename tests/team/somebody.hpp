#pragma once
// People to test with.
#include "support/database.hpp"
#include "team/team.hpp"

namespace tellfirst::team {

inline Person somebody(support::World& world, std::string const& name, Role role = Role::agent)
{
    return *world.write([&](Call& call) {
        return add_person(
            call,
            {.name = name, .email = *Email::parse(name + "@team.example.test"), .role = role});
    });
}

inline Actor as(Person const& person)
{
    return {.kind = Actor::Kind::person, .id = person.id.value(), .rights = rights_of(person.role)};
}

}  // namespace tellfirst::team
