#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Result<Account> add(support::World& world, NewAccount const& wish)
{
    return world.write([&](Call& call) { return accounts::add_account(call, wish); });
}

}  // namespace

TEST_CASE("add_account: an account is answered as it will be read")
{
    support::for_each_database([](support::World& world) {
        auto const plan = add_plan(world);
        auto ada = person("Ada", "ada@example.test");
        ada.topics = std::vector{Topic::tickets, Topic::planned};
        auto const account =
            add(world, {.name = "Ada & Co",
                        .plan = plan,
                        .services = std::vector{uploads, galleries, uploads},
                        .contacts = {ada, person("Bob", "bob@example.test")}});
        REQUIRE(account);
        CHECK(account->services == std::vector{galleries, uploads});
        REQUIRE(account->contacts.size() == 2);
        CHECK(account->contacts[0].topics == std::vector{Topic::planned, Topic::tickets});
        CHECK(account->created_at == world.now());
        auto const found =
            world.read([&](Call& call) { return find_account(call.tx, account->id); });
        CHECK(to_json(found.value()) == to_json(*account));
        CHECK(
            support::facts_told(world) == support::Told{
                                              {"PlanAdded", plan.text()},
                                              {"AccountAdded", account->id.text()},
                                              {"ContactAdded", account->contacts[0].id.text()},
                                              {"ContactAdded", account->contacts[1].id.text()}});
    });
}

TEST_CASE("add_account: without services its exposure is unknown, with none it is known")
{
    support::World world;
    auto const plan = add_plan(world);
    CHECK_FALSE(add_account(world, {.name = "A", .plan = plan}).services);
    auto const none =
        add_account(world, {.name = "B", .plan = plan, .services = std::vector<ServiceId>{}});
    CHECK(none.services == std::vector<ServiceId>{});
}

TEST_CASE("add_account: a plan that does not exist is the field's fault")
{
    support::World world;
    auto const account = add(world, {.name = "A", .plan = PlanId{9}});
    REQUIRE(account.has_error());
    CHECK(account.error().kind == Refusal::invalid);
    CHECK(account.error().code == "plan.not_found");
    CHECK(account.error().field == "plan");
}

TEST_CASE("add_account: an account needs a name")
{
    support::World world;
    auto const account = add(world, {.name = " ", .plan = add_plan(world)});
    REQUIRE(account.has_error());
    CHECK(account.error().code == "account.needs_name");
}

TEST_CASE("add_account: an address that is taken refuses the whole account")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        auto const account =
            add(world, {.name = "B",
                        .plan = ada.plan,
                        .contacts = {
                            person("One", "1@example.test"), person("Two", "2@example.test"),
                            person("Ada", "ADA@example.test")}});
        REQUIRE(account.has_error());
        CHECK(account.error().code == "contact.email_taken");
        CHECK(account.error().field == "contacts[2].email");
        world.read([&](Call& call) {
            CHECK(list_accounts(call.tx, {}).size() == 1);
            CHECK_FALSE(find_contact_by_email(call.tx, address("1@example.test")));
        });
        CHECK(kinds_told(world) == Kinds{"PlanAdded", "AccountAdded", "ContactAdded"});
    });
}

TEST_CASE("add_account: the same address twice in one account is refused")
{
    support::World world;
    auto const account = add(
        world, {.name = "B",
                .plan = add_plan(world),
                .contacts = {person("One", "1@example.test"), person("Two", "1@Example.test")}});
    REQUIRE(account.has_error());
    CHECK(account.error().field == "contacts[1].email");
}
