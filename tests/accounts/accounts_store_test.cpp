#include "accounts/store.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

using Services = std::vector<ServiceId>;

Account account(std::int64_t id, std::optional<Services> services = std::nullopt)
{
    return {
        .id = AccountId{id},
        .name = fmt::format("Account {}", id),
        .plan = PlanId{7},
        .plan_name = "Pro",
        .own_services = std::move(services),
        .brand = BrandId{1},
        .created_at = support::test_start};
}

// The plan of all of them.
void add_pro(Call& call)
{
    Plan plan;
    plan.id = PlanId{7};
    plan.name = "Pro";
    plan.since = call.now;
    REQUIRE(store::add_plan(call.tx, plan));
}

void add(Call& call, Account const& wish, int contacts)
{
    store::add_account(call.tx, wish);
    for (int i = 0; i < contacts; ++i) {
        Contact const contact{
            .id = ContactId{wish.id.value() * 100 + i},
            .account = wish.id,
            .name = "Somebody",
            .email = address(fmt::format("c{}@a{}.test", i, wish.id.value()))};
        auto const written =
            store::add_contact(call.tx, {.contact = contact, .brand = wish.brand, .at = call.now});
        CHECK(written == contact.id);
    }
}

}  // namespace

TEST_CASE("list_accounts: a line counts services, where they are known, and contacts")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add_pro(call);
            add(call, account(1, Services{galleries, uploads}), 1);
            add(call, account(2), 2);
            add(call, account(3, Services{}), 0);

            auto const page = list_accounts(call.tx, {});
            REQUIRE(page.size() == 3);
            CHECK(page[0].plan_name == "Pro");
            CHECK(page[0].services == 2);
            CHECK(page[0].contacts == 1);
            CHECK_FALSE(page[1].services);
            CHECK(page[1].contacts == 2);
            CHECK(page[2].services == 0);
            CHECK(page[2].contacts == 0);

            REQUIRE(change_exposure_of_plan(call, PlanId{7}, {galleries, statistics}));
            auto const with_rule = list_accounts(call.tx, {});
            CHECK(with_rule[0].services == 3);
            CHECK(with_rule[1].services == 2);
            CHECK(with_rule[2].services == 2);
        });
    });
}

TEST_CASE("list_accounts: by name, not by the order in which they came; pages leave none out")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add_pro(call);
            auto const named = [&](std::int64_t id, std::string name) {
                auto one = account(id);
                one.name = std::move(name);
                store::add_account(call.tx, one);
            };
            named(1, "Zebra");
            named(2, "ärger");
            named(3, "Apfel");
            named(4, "apfel");
            std::vector<std::int64_t> seen;
            std::optional<AccountId> after;
            for (int page = 0; page < 3; ++page)
                for (auto const& row : list_accounts(call.tx, {.after = after, .limit = 2})) {
                    seen.push_back(row.id.value());
                    after = row.id;
                }
            CHECK(seen == std::vector<std::int64_t>{3, 4, 2, 1});
            CHECK(list_accounts(call.tx, {.after = AccountId{99}}).empty());
        });
    });
}

TEST_CASE("list_accounts: the text is looked for in names and addresses, whatever their case")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add_pro(call);
            auto muller = account(1);
            muller.name = "Fotostudio Müller";
            add(call, muller, 0);
            add(call, account(2), 2);
            add(call, account(3), 1);
            auto const found = [&](std::string_view text) {
                std::vector<std::int64_t> ids;
                for (auto const& row : list_accounts(call.tx, {.text = text}))
                    ids.push_back(row.id.value());
                return ids;
            };
            CHECK(found("MULLER") == std::vector<std::int64_t>{1});
            CHECK(found("studio mü") == std::vector<std::int64_t>{1});
            CHECK(found("C1@A2.test") == std::vector<std::int64_t>{2});
            CHECK(found(" someBODY ") == std::vector<std::int64_t>{2, 3});
            CHECK(found("nobody").empty());
            CHECK(found("%").empty());
        });
    });
}

TEST_CASE("list_accounts: only those on a plan")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add_pro(call);
            add(call, account(1), 0);
            CHECK(list_accounts(call.tx, {.plan = PlanId{7}}).size() == 1);
            CHECK(list_accounts(call.tx, {.plan = PlanId{8}}).empty());
        });
    });
}
