#include "team/team.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using team::Role;

namespace {

struct Row {
    Right right;
    bool lead, agent, auditor;
};

// The owner has all of them.
constexpr std::array<Row, 21> matrix{{
    {Right::signed_in, true, true, true},
    {Right::read_accounts, true, true, true},
    {Right::write_accounts, true, true, false},
    {Right::read_plans, true, true, true},
    {Right::write_plans, true, false, false},
    {Right::read_status, true, true, true},
    {Right::write_services, true, false, false},
    {Right::publish_status, true, true, false},
    {Right::read_proof, true, true, true},
    {Right::read_tickets, true, true, true},
    {Right::answer_tickets, true, true, false},
    {Right::read_promises, true, true, true},
    {Right::keep_promises, true, true, false},
    {Right::read_team, true, true, true},
    {Right::manage_team, false, false, false},
    {Right::manage_tokens, false, false, false},
    {Right::read_facts, true, false, true},
    {Right::read_settings, true, false, true},
    {Right::manage_settings, false, false, false},
    {Right::import_data, true, false, false},
    {Right::write_observations, true, false, false},
}};

}  // namespace

TEST_CASE("rights_of: each role may what the table says")
{
    for (auto const& row : matrix) {
        CAPTURE(name_of(row.right));
        CHECK(team::rights_of(Role::owner).has(row.right));
        CHECK(team::rights_of(Role::lead).has(row.right) == row.lead);
        CHECK(team::rights_of(Role::agent).has(row.right) == row.agent);
        CHECK(team::rights_of(Role::auditor).has(row.right) == row.auditor);
    }
}

TEST_CASE("rights_of: the table of this test names every right but anyone")
{
    CHECK(names_of<Right>().size() == matrix.size() + 1);
}

TEST_CASE("list_of: rights stand in the order of their enum, without anyone")
{
    CHECK(
        team::list_of({Right::read_team, Right::anyone, Right::signed_in}) ==
        std::vector{Right::signed_in, Right::read_team});
}
