#pragma once
// What the tests of accounts begin with.
#include "accounts/accounts.hpp"
#include "support/database.hpp"

namespace tellfirst::accounts::samples {

inline constexpr ServiceId galleries{101};
inline constexpr ServiceId statistics{102};
inline constexpr ServiceId uploads{103};

inline Email address(std::string_view text)
{
    return Email::parse(text).value();
}

inline NewPlan plan_named(std::string name)
{
    NewPlan plan;
    plan.name = std::move(name);
    return plan;
}

inline NewContact person(std::string name, std::string_view email)
{
    return {.name = std::move(name), .email = address(email)};
}

inline PlanId add_plan(support::World& world, NewPlan const& plan = plan_named("Pro"))
{
    return world.write([&](Call& call) { return accounts::add_plan(call, plan); }).value().id;
}

inline Account add_account(support::World& world, NewAccount const& wish)
{
    return world.write([&](Call& call) { return accounts::add_account(call, wish); }).value();
}

// An account on a plan "Pro" with one contact, Ada <ada@example.test>.
inline Account add_ada(support::World& world)
{
    return add_account(
        world, {.name = "Ada & Co",
                .plan = add_plan(world),
                .contacts = {person("Ada", "ada@example.test")}});
}

// Kinds only, without those of plans and accounts that a test began with.
inline std::vector<std::string> kinds_told(support::World& world, std::size_t after = 0)
{
    std::vector<std::string> kinds;
    for (auto const& fact : support::facts_told(world))
        kinds.push_back(fact.kind);
    kinds.erase(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(after));
    return kinds;
}

using Kinds = std::vector<std::string>;

}  // namespace tellfirst::accounts::samples
