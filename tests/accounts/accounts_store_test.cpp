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
        .services = std::move(services),
        .brand = BrandId{1},
        .created_at = support::test_start};
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

TEST_CASE("store: a page of accounts has each with its own contacts and exposure")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            add(call, account(1, Services{galleries}), 1);
            add(call, account(2), 2);
            add(call, account(3, Services{}), 0);
            add(call, account(4, Services{galleries, uploads}), 1);
            add(call, account(5), 1);

            auto const page = list_accounts(call.tx, AccountId{1}, 3);
            REQUIRE(page.size() == 3);
            CHECK(page[0].id == AccountId{2});
            CHECK(page[0].contacts.size() == 2);
            CHECK_FALSE(page[0].services);
            CHECK(page[1].contacts.empty());
            CHECK(page[1].services == Services{});
            CHECK(page[2].contacts.at(0).account == AccountId{4});
            CHECK(page[2].services == Services{galleries, uploads});
            CHECK(list_accounts(call.tx, AccountId{5}, 3).empty());
        });
    });
}

TEST_CASE("store: an account comes back as it was written")
{
    support::for_each_database([](support::World& world) {
        auto const wish = account(1, Services{statistics});
        world.write([&](Call& call) { store::add_account(call.tx, wish); });
        world.read([&](Call& call) {
            CHECK(to_json(find_account(call.tx, wish.id).value()) == to_json(wish));
            CHECK_FALSE(find_account(call.tx, AccountId{2}));
        });
    });
}

TEST_CASE("store: exposure that ended stays in its rows, and what is used now is counted once")
{
    support::for_each_database([](support::World& world) {
        AccountId const id{1};
        world.write([&](Call& call) {
            store::add_account(call.tx, account(1, Services{galleries, uploads}));
            store::end_exposure(call.tx, id, std::array{galleries}, call.now + 1h);
            store::begin_exposure(call.tx, id, std::array{galleries}, call.now + 2h);
            CHECK(store::exposure_of(call.tx, id) == Services{galleries, uploads});
            CHECK(call.tx.one<int>(R"sql(
                SELECT COUNT(*) FROM accounts_exposure WHERE until IS NOT NULL)sql") == 1);
            CHECK(call.tx.one<int>(R"sql(
                SELECT COUNT(*) FROM accounts_exposed)sql") == 2);
        });
    });
}

TEST_CASE("is_exposed: to the services it uses, or to all where that is not known")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            store::add_account(call.tx, account(1, Services{galleries}));
            store::add_account(call.tx, account(2));
            CHECK(is_exposed(call.tx, AccountId{1}, {uploads, galleries}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{1}, {uploads}));
            CHECK(is_exposed(call.tx, AccountId{2}, {uploads}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{2}, {}));
            CHECK_FALSE(is_exposed(call.tx, AccountId{3}, {uploads}));
        });
    });
}
