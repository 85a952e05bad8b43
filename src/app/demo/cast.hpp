#pragma once
// Who there is in the demo: our people, what is sold, what can break, and who our customers
// are.
#include "accounts/accounts.hpp"
#include "app/demo/furnish.hpp"
#include "app/demo/script.hpp"
#include "team/team.hpp"

namespace tellfirst::app::demo {

struct Cast {
    std::array<team::Person, how_many_people> people;
    std::array<ServiceId, how_many_services> services;
    std::array<PlanId, how_many_plans> plans;
    BrandId partner;  // in whose name a handful of customers hear from us

    struct Customer {
        Sold sold = Sold::free;
        accounts::Account account;
        std::vector<accounts::NewContact> to_come = {};  // whom nobody here knows yet
    };
    std::vector<Customer> customers;  // in the order in which they came
};

[[nodiscard]] BrandId add_partner(Call& call);

// All but the customers, for an empty house, in one transaction.
[[nodiscard]] Cast hire(Call& call);

// Words for a bad day, written in a quiet hour.
void prepare_words(Call& call);

// From now on these people of the customer hear from us.
void introduce(Call& call, Cast::Customer& customer);

}  // namespace tellfirst::app::demo
