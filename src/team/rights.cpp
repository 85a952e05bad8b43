#include "team/team.hpp"

namespace tellfirst::team {
namespace {

// Whoever looks at the books: everything can be read, nothing done.
constexpr RightSet reading{Right::signed_in,     Right::read_accounts, Right::read_plans,
                           Right::read_status,   Right::read_proof,    Right::read_tickets,
                           Right::read_promises, Right::read_team,     Right::read_facts,
                           Right::read_settings};

constexpr RightSet answering{Right::signed_in,      Right::read_accounts,  Right::read_plans,
                             Right::read_status,    Right::read_proof,     Right::read_tickets,
                             Right::read_promises,  Right::read_team,      Right::write_accounts,
                             Right::publish_status, Right::answer_tickets, Right::keep_promises};

// Runs the work, but neither the team nor the house.
constexpr RightSet leading =
    reading | answering |
    RightSet{
        Right::write_plans, Right::write_services, Right::import_data, Right::write_observations};

}  // namespace

RightSet rights_of(Role role)
{
    switch (role) {
    case Role::owner: return RightSet::all();
    case Role::lead: return leading;
    case Role::agent: return answering;
    case Role::auditor: return reading;
    }
    return {};
}

std::vector<Right> list_of(RightSet rights)
{
    std::vector<Right> list;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Right>>([&](auto right) {
        if (right.value != Right::anyone && rights.has(right.value))
            list.push_back(right.value);
    });
    return list;
}

}  // namespace tellfirst::team
