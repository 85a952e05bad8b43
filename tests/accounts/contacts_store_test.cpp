#include "accounts/store.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

Contact contact(std::int64_t id, std::optional<AccountId> account, std::string_view email)
{
    return {
        .id = ContactId{id},
        .account = account,
        .name = "Grace",
        .email = address(email),
        .phone = "+49 30 1234",
        .language = "de",
        .zone = "Europe/Berlin",
        .topics = std::vector{Topic::planned, Topic::tickets}};
}

std::optional<ContactId> add(Call& call, Contact const& wish)
{
    return store::add_contact(
        call.tx, {.contact = wish, .brand = default_brand(call.tx).id, .at = call.now});
}

}  // namespace

TEST_CASE("store: a contact comes back as it was written, by id and by address in any case")
{
    support::for_each_database([](support::World& world) {
        auto const wish = contact(1, AccountId{5}, "Grace@Example.test");
        world.write([&](Call& call) {
            CHECK(add(call, wish) == wish.id);
            CHECK(to_json(find_contact(call.tx, wish.id).value()) == to_json(wish));
            auto const found = find_contact_by_email(call.tx, address("grace@example.TEST"));
            REQUIRE(found);
            CHECK(to_json(*found) == to_json(wish));
            CHECK_FALSE(find_contact_by_email(call.tx, address("grace@example.org")));
        });
    });
}

TEST_CASE("store: an address that is a contact's already is not written")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            CHECK(add(call, contact(1, AccountId{5}, "grace@example.test")));
            CHECK_FALSE(add(call, contact(2, AccountId{5}, "GRACE@example.test")));
            CHECK_FALSE(add(call, contact(2, AccountId{6}, "grace@example.test")));
            CHECK_FALSE(find_contact(call.tx, ContactId{2}));
        });
    });
}

TEST_CASE("store: a prospect becomes an account's contact and keeps his id")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto prospect = contact(1, std::nullopt, "grace@example.test");
            prospect.topics = std::nullopt;
            CHECK(add(call, prospect) == ContactId{1});
            CHECK(add(call, contact(2, AccountId{5}, "grace@example.test")) == ContactId{1});
            auto const found = find_contact(call.tx, ContactId{1}).value();
            CHECK(found.account == AccountId{5});
            CHECK(found.topics == std::vector{Topic::planned, Topic::tickets});
            CHECK(found.version == 2);
        });
    });
}

TEST_CASE("store: choosing no topic at all is not the same as making no choice")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            CHECK(add(call, contact(1, AccountId{5}, "grace@example.test")));
            store::set_topics(call.tx, ContactId{1}, std::vector<Topic>{});
            CHECK(find_contact(call.tx, ContactId{1})->topics == std::vector<Topic>{});
            store::set_topics(call.tx, ContactId{1}, std::nullopt);
            CHECK_FALSE(find_contact(call.tx, ContactId{1})->topics);
        });
    });
}
