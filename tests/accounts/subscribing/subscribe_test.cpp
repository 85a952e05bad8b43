#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

Subscription wish_of(std::string_view email, std::string origin = "here")
{
    return {
        .email = address(email),
        .brand = BrandId{1},
        .language = "de",
        .zone = "Europe/Berlin",
        .topics = {Topic::unplanned, Topic::recovery},
        .origin = std::move(origin)};
}

std::optional<ConfirmationLink> ask(support::World& world, Subscription const& wish)
{
    return world.write([&](Call& call) { return subscribe(call, wish); });
}

std::optional<Contact> known_as(support::World& world, std::string_view email)
{
    return world.read([&](Call& call) { return find_contact_by_email(call.tx, address(email)); });
}

bool is_unconfirmed(support::World& world, ContactId id)
{
    return world.read([&](Call& call) {
        return call.tx
            .one<std::int64_t>(
                "SELECT 1 FROM accounts_contacts WHERE id = :id AND unconfirmed_since IS NOT NULL",
                {{"id", id}})
            .has_value();
    });
}

}  // namespace

TEST_CASE("subscribe: a stranger becomes an unconfirmed prospect who hears nothing yet")
{
    support::for_each_database([](support::World& world) {
        auto const link = ask(world, wish_of("Eve@Example.test"));
        REQUIRE(link);
        auto const eve = known_as(world, "eve@example.test");
        REQUIRE(eve);
        CHECK(eve->id == link->contact);
        CHECK_FALSE(eve->account);
        CHECK_FALSE(eve->topics);
        CHECK(eve->language == "de");
        CHECK(eve->zone == "Europe/Berlin");
        CHECK(is_unconfirmed(world, eve->id));
    });
}

TEST_CASE("subscribe: whoever types a contact's address changes nothing of what he hears")
{
    support::World world;
    auto const before = add_ada(world).contacts.at(0);
    auto const link = ask(world, wish_of("ada@example.test"));
    REQUIRE(link);
    CHECK(link->contact == before.id);
    CHECK_FALSE(is_unconfirmed(world, before.id));
    CHECK(known_as(world, "ada@example.test")->version == before.version);
}

TEST_CASE("subscribe: a zone that nobody knows is UTC")
{
    support::World world;
    auto wish = wish_of("eve@example.test");
    wish.zone = "Mars/Olympus";
    REQUIRE(ask(world, wish));
    CHECK(known_as(world, "eve@example.test")->zone == "Etc/UTC");
}

TEST_CASE("subscribe: an address gets three links in an hour, from wherever they are asked for")
{
    support::for_each_database([](support::World& world) {
        for (int i = 0; i < most_asked_for_one_address; ++i)
            REQUIRE(ask(world, wish_of("eve@example.test", std::to_string(i))));
        CHECK_FALSE(ask(world, wish_of("eve@example.test", "elsewhere")));
        CHECK(ask(world, wish_of("bob@example.test", "elsewhere")));
        world.pass(1h);
        CHECK(ask(world, wish_of("eve@example.test", "elsewhere")));
    });
}

TEST_CASE("subscribe: one place asks for ten addresses in an hour, and the next leaves no trace")
{
    support::World world;
    auto const nth = [](int i) { return fmt::format("eve{}@example.test", i); };
    for (int i = 0; i < most_asked_from_one_place; ++i)
        REQUIRE(ask(world, wish_of(nth(i))));
    CHECK_FALSE(ask(world, wish_of("last@example.test")));
    CHECK_FALSE(known_as(world, "last@example.test"));
    CHECK(ask(world, wish_of("last@example.test", "elsewhere")));
}

TEST_CASE("subscribe: who is named as a contact of an account needs no confirmation any more")
{
    support::World world;
    auto const link = ask(world, wish_of("eve@example.test"));
    REQUIRE(link);
    auto const account = add_ada(world);
    REQUIRE(world.write([&](Call& call) {
        return add_contact(call, account.id, person("Eve", "eve@example.test"));
    }));
    CHECK_FALSE(is_unconfirmed(world, link->contact));
}
