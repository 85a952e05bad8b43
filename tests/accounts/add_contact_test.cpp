#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Result<Contact> add(support::World& world, AccountId account, NewContact const& wish)
{
    return world.write([&](Call& call) { return add_contact(call, account, wish); });
}

Contact prospect(support::World& world, std::string_view name, std::string_view email)
{
    return world.write(
        [&](Call& call) { return add_prospect(call, name, address(email), BrandId{1}); });
}

BrandId add_german_brand(support::World& world)
{
    return world.write([](Call& call) {
        NewBrand lens{.name = "Lens", .host = "lens.test", .language = "de"};
        lens.mail_from = address("care@lens.test");
        return accounts::add_brand(call, lens).value().id;
    });
}

}  // namespace

TEST_CASE("add_contact: a contact joins his account, which is a new version of it")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const bob = add(world, ada.id, person("Bob", "bob@example.test"));
    REQUIRE(bob);
    CHECK(bob->account == ada.id);
    auto const account = world.read([&](Call& call) { return find_account(call.tx, ada.id); });
    CHECK(account->contacts.size() == 2);
    CHECK(account->version == 2);
    CHECK(kinds_told(world, 3) == Kinds{"ContactAdded"});
}

TEST_CASE("add_contact: an address that is taken is refused")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const again = add(world, ada.id, person("Ada", "ada@example.test"));
    REQUIRE(again.has_error());
    CHECK(again.error().code == "contact.email_taken");
    CHECK(again.error().field == "email");
}

TEST_CASE("add_contact: an account that is not there is not found")
{
    support::World world;
    auto const bob = add(world, AccountId{9}, person("Bob", "bob@example.test"));
    REQUIRE(bob.has_error());
    CHECK(bob.error().code == "account.not_found");
}

TEST_CASE("add_contact: a zone that nobody knows is refused")
{
    support::World world;
    auto const ada = add_ada(world);
    auto bob = person("Bob", "bob@example.test");
    bob.zone = "Mars/Base";
    auto const added = add(world, ada.id, bob);
    REQUIRE(added.has_error());
    CHECK(added.error().code == "zone.unknown");
}

TEST_CASE("add_contact: a prospect keeps his id when he becomes a contact")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const eve = prospect(world, "Eve", "eve@example.test");
    CHECK_FALSE(eve.account);
    auto const contact = add(world, ada.id, person("Eve Doe", "eve@example.test"));
    REQUIRE(contact);
    CHECK(contact->id == eve.id);
    CHECK(contact->account == ada.id);
    CHECK(contact->name == "Eve Doe");
}

TEST_CASE("add_contact: of whom nobody says what he speaks is spoken to as his brand speaks")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const german = add_german_brand(world);
    REQUIRE(world.write([&](Call& call) { return give_brand(call, ada.id, german); }));
    auto bob = person("Bob", "bob@example.test");
    CHECK(add(world, ada.id, bob)->language == "de");
    bob.email = address("cyd@example.test");
    bob.language = "fr";
    CHECK(add(world, ada.id, bob)->language == "fr");
}

TEST_CASE("add_prospect: whoever is known is answered as he is, and nothing is told")
{
    support::World world;
    auto const ada = add_ada(world);
    auto const eve = prospect(world, "Eve", "eve@example.test");
    auto const told = support::facts_told(world).size();
    CHECK(prospect(world, "Somebody", "EVE@example.test").id == eve.id);
    CHECK(prospect(world, "Somebody", "ada@example.test").account == ada.id);
    CHECK(support::facts_told(world).size() == told);
}

TEST_CASE("add_prospect: a stranger's name becomes one line of text, or his address")
{
    support::World world;
    CHECK(prospect(world, " Eve\r\nBcc: x ", "1@example.test").name == "Eve  Bcc: x");
    CHECK(prospect(world, "", "2@example.test").name == "2@example.test");
    CHECK(prospect(world, "\xff", "3@example.test").name == "\xEF\xBF\xBD");
    CHECK(prospect(world, std::string(5000, 'x'), "4@example.test").name.size() == 200);
}

TEST_CASE("add_prospect: a stranger is spoken to in the language of the brand that he wrote to")
{
    support::World world;
    auto const german = add_german_brand(world);
    auto const eve = world.write(
        [&](Call& call) { return add_prospect(call, "Eve", address("eve@example.test"), german); });
    CHECK(eve.language == "de");
}
