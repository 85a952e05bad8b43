#pragma once
// People to test with.
#include "support/database.hpp"
#include "team/links.hpp"
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

inline constexpr std::string_view his_password = "correct horse";

inline Person with_password(support::World& world, std::string const& name)
{
    auto const person = somebody(world, name);
    auto const link = world.write([&](Call& call) { return password_link(call, person.id); });
    auto house = world.house();
    REQUIRE(spend_link(house, *link, {.password = std::string{his_password}}));
    return person;
}

inline Actor as(Person const& person)
{
    return {.kind = Actor::Kind::person, .id = person.id.value(), .rights = rights_of(person.role)};
}

}  // namespace tellfirst::team
