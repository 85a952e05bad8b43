#pragma once
// Who there is in the demo: our people, what is sold, what can break, and five hundred customers.
#include "accounts/accounts.hpp"
#include "app/demo/furnish.hpp"
#include "app/demo/script.hpp"
#include "team/team.hpp"

namespace tellfirst::app::demo {

struct Cast {
    std::array<team::Person, how_many_people> people;
    std::array<ServiceId, how_many_services> services;
    std::array<PlanId, how_many_plans> plans;

    struct Customer {
        Sold sold = Sold::free;
        accounts::Account account;
    };
    std::vector<Customer> customers;
};

// For an empty house, in one transaction.
[[nodiscard]] Cast hire_and_sell(Call& call);

// Five hundred accounts with some 750 contacts, always the same ones. Their addresses lie in
// domains that nobody can own (RFC 2606). Plans and services are `cast`'s.
[[nodiscard]] std::vector<Cast::Customer> find_customers(Call& call, Cast const& cast);

}  // namespace tellfirst::app::demo
