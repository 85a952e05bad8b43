#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

Account add_ada_with_phone(support::World& world)
{
    auto ada = person("Ada Canary", "ada.canary@example.test");
    ada.phone = "+49 151 777";
    ada.topics = std::vector{Topic::planned};
    return add_account(world, {.name = "Ours", .plan = add_plan(world), .contacts = {ada}});
}

Result<Contact> erase_him(support::World& world, ContactId id)
{
    return world.write([&](Call& call) { return erase(call, id); });
}

std::optional<Held> held(support::World& world, ContactId id)
{
    return world.read([&](Call& call) { return held_of(call, id); });
}

// Every text that stands in the row, in one.
std::string row_of(support::World& world, ContactId id)
{
    std::string all;
    world.read([&](Call& call) {
        db::Param const param{"id", id};
        call.tx.query(
            "SELECT * FROM accounts_contacts WHERE id = :id", {&param, 1}, [&](db::Row const& row) {
                for (std::size_t i = 0; i < row.columns(); ++i)
                    if (auto const value = row.value(i);
                        auto const* text = std::get_if<std::string>(&value))
                        all += *text + "\n";
            });
        return 0;
    });
    return all;
}

}  // namespace

TEST_CASE("erase: nothing that says who he is stays in his row, and the account has him no more")
{
    support::for_each_database([](support::World& world) {
        auto const account = add_ada_with_phone(world);
        auto const id = account.contacts.at(0).id;
        REQUIRE(row_of(world, id).contains("Canary"));
        auto const gone = erase_him(world, id);
        REQUIRE(gone);
        CHECK(gone->id == id);
        CHECK(gone->name == "erased");
        auto const row = row_of(world, id);
        for (std::string const& word : {"Canary", "canary", "777", "example.test"})
            CHECK_FALSE(row.contains(word));
        auto const now = world.read([&](Call& call) { return find_account(call.tx, account.id); });
        CHECK(now->contacts.empty());
        CHECK(now->version > account.version);
    });
}

TEST_CASE("erase: his address is free for somebody new")
{
    support::World world;
    auto const account = add_ada_with_phone(world);
    REQUIRE(erase_him(world, account.contacts.at(0).id));
    auto const again = world.write([&](Call& call) {
        return add_contact(call, account.id, person("New", "ada.canary@example.test"));
    });
    REQUIRE(again);
    CHECK(again->id != account.contacts.at(0).id);
}

TEST_CASE("erase: his sessions and links end")
{
    support::for_each_database([](support::World& world) {
        auto const id = add_ada_with_phone(world).contacts.at(0).id;
        auto const link = [&] {
            return world.write([&](Call& call) { return make_sign_in_link_secret(call, id); });
        };
        auto const spent = link();
        auto const session = world.write(
            [&](Call& call) { return spend_sign_in_link(call, spent).value().session_secret; });
        auto const open = link();
        REQUIRE(erase_him(world, id));
        CHECK_FALSE(world.read([&](Call& call) { return contact_of_session(call, session); }));
        CHECK(world.write([&](Call& call) { return spend_sign_in_link(call, open); }).has_error());
    });
}

TEST_CASE("erase: said twice, it is done and told once")
{
    support::World world;
    auto const id = add_ada_with_phone(world).contacts.at(0).id;
    auto const before = support::facts_told(world).size();
    auto const first = erase_him(world, id);
    auto const second = erase_him(world, id);
    REQUIRE(second);
    CHECK(second->version == first->version);
    CHECK(kinds_told(world, before) == Kinds{"ContactErased"});
}

TEST_CASE("erase: two who are erased do not get into each other's way")
{
    support::World world;
    auto const account = add_account(
        world, {.name = "Ours",
                .plan = add_plan(world),
                .contacts = {person("A", "a@example.test"), person("B", "b@example.test")}});
    CHECK(erase_him(world, account.contacts.at(0).id));
    CHECK(erase_him(world, account.contacts.at(1).id));
}

TEST_CASE("erase: a contact that there is not is refused")
{
    support::World world;
    auto const refused = erase_him(world, ContactId{4711});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "contact.not_found");
}

TEST_CASE("contact_of_own_token: opens his own page until he is erased")
{
    support::World world;
    world.settings.secret = "house";
    auto const id = add_ada_with_phone(world).contacts.at(0).id;
    auto const token = own_path("house", id).substr(3);
    auto const opens = [&] {
        return world.read([&](Call& call) { return contact_of_own_token(call, token); });
    };
    REQUIRE(opens());
    CHECK(opens()->id == id);
    REQUIRE(erase_him(world, id));
    CHECK_FALSE(opens());
}

TEST_CASE("held_of: says what we have of him, with how long his browsers stay signed in")
{
    support::World world;
    auto const account = add_ada_with_phone(world);
    auto const id = account.contacts.at(0).id;
    world.write(
        [&](Call& call) { return spend_sign_in_link(call, make_sign_in_link_secret(call, id)); });
    auto const found = held(world, id);
    REQUIRE(found);
    CHECK(found->contact.name == "Ada Canary");
    CHECK(found->account_name == "Ours");
    CHECK(found->created_at == world.now());
    CHECK(found->signed_in_until == std::vector{world.now() + contact_session_life});
    CHECK_FALSE(held(world, ContactId{4711}));
}

TEST_CASE("erase: the services that he chose go, too")
{
    support::for_each_database([](support::World& world) {
        auto const eve = world.write([](Call& call) {
            auto const id = add_prospect(call, "Eve", address("eve@example.test"), BrandId{1}).id;
            REQUIRE(choose_preferences(call, id, {.services = {{ServiceId{101}}}}));
            return id;
        });
        REQUIRE(erase_him(world, eve));
        CHECK(world.read([](Call& call) {
            return call.tx.one<std::int64_t>("SELECT COUNT(*) FROM accounts_chosen_services");
        }) == 0);
    });
}
