#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

std::optional<ServiceId> service_named(std::string_view name)
{
    return name == "Uploads" ? std::optional{uploads} : std::nullopt;
}

ImportPreview look(support::World& world, std::string_view csv)
{
    return world.read([&](Call& call) { return look_at_csv(call.tx, csv, service_named); });
}

constexpr std::string_view two_accounts = "account,plan,contact,email,services\n"
                                          "A,pro,Ada,ada@example.test,Uploads\n"
                                          "A,PRO,Bob,bob@example.test,Uploads\n"
                                          "B,Pro,Cid,cid@example.test,\n";

std::size_t accounts_in(support::World& world)
{
    return world.read([](Call& call) { return list_accounts(call.tx, {.limit = 200}).size(); });
}

}  // namespace

TEST_CASE("import: what was looked at is written, with all its facts")
{
    support::for_each_database([](support::World& world) {
        add_plan(world);
        auto const preview = look(world, two_accounts);
        CHECK(preview.errors.empty());
        CHECK(accounts_in(world) == 0);

        auto const done = world.write([&](Call& call) { return import_csv(call, preview); });
        REQUIRE(done);
        CHECK(done->accounts == 2);
        CHECK(done->contacts == 3);
        auto const bob = world.read(
            [](Call& call) { return find_contact_by_email(call.tx, address("bob@example.test")); });
        REQUIRE(bob);
        auto const account =
            world.read([&](Call& call) { return find_account(call.tx, *bob->account); });
        CHECK(account->name == "A");
        CHECK(account->services == std::vector{uploads});
        CHECK(
            kinds_told(world, 1) ==
            Kinds{"AccountAdded", "ContactAdded", "ContactAdded", "AccountAdded", "ContactAdded"});
    });
}

TEST_CASE("import: the same file again is refused line by line")
{
    support::World world;
    add_plan(world);
    auto const preview = look(world, two_accounts);
    REQUIRE(world.write([&](Call& call) { return import_csv(call, preview); }));
    CHECK(look(world, two_accounts).errors.size() == 3);
}

TEST_CASE("import: a preview with errors is not written")
{
    support::World world;
    add_plan(world);
    auto const preview = look(world, std::string{two_accounts} + "C,Gold,Dan,dan@example.test,\n");
    auto const done = world.write([&](Call& call) { return import_csv(call, preview); });
    REQUIRE(done.has_error());
    CHECK(done.error().code == "import.has_errors");
    CHECK(accounts_in(world) == 0);
}

TEST_CASE("import: an address taken since the look leaves nothing of the file behind")
{
    support::World world;
    auto const plan = add_plan(world);
    auto const preview = look(world, two_accounts);
    add_account(
        world, {.name = "Faster", .plan = plan, .contacts = {person("Cid", "cid@example.test")}});
    auto const done = world.write([&](Call& call) { return import_csv(call, preview); });
    REQUIRE(done.has_error());
    CHECK(done.error().code == "import.has_errors");
    CHECK(accounts_in(world) == 1);
}

TEST_CASE("import: who wrote to us before becomes the account's contact")
{
    support::World world;
    add_plan(world);
    auto const ada = world.write([](Call& call) {
        return add_prospect(call, "ada", address("ada@example.test"), BrandId{1});
    });
    auto const preview = look(world, two_accounts);
    CHECK(preview.errors.empty());
    REQUIRE(world.write([&](Call& call) { return import_csv(call, preview); }));
    auto const now = world.read([&](Call& call) { return find_contact(call.tx, ada.id); });
    CHECK(now->account);
    CHECK(now->name == "Ada");
}
