#include "notify/bounces/suppress.hpp"

#include "notify/bounces/returns.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Failure failure_of(std::string_view whom, ContactId contact)
{
    return {.address = address(whom), .contact = contact, .words = "550 no", .bounce = MailId{77}};
}

bool is_unreachable(support::World& world, ContactId id)
{
    return world.read([&](Call& call) {
        return accounts::find_contact(call.tx, id).value().unreachable.has_value();
    });
}

Result<Suppression> lift(support::World& world, SuppressionId id)
{
    return world.write([&](Call& call) { return lift_suppression(call, id); });
}

Result<Suppression> by_hand(support::World& world, NewSuppression const& wish)
{
    return world.write([&](Call& call) { return suppress_by_hand(call, wish); });
}

}  // namespace

TEST_CASE("suppressions: who it is, what he is not sent, why and since when")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        world.write([&](Call& call) {
            suppress_gone(call, failure_of("Ada@example.test", ada));
            suppress_complainer(call, failure_of("bob@example.test", ContactId{9}), BrandId{5});
        });
        auto const all = house.suppressed();
        REQUIRE(all.size() == 2);
        CHECK(all[0].address == "bob@example.test");
        CHECK(all[0].brand == BrandId{5});
        CHECK(all[0].contact_name.empty());
        auto const& gone = all[1];
        CHECK(gone.address == "Ada@example.test");
        CHECK(gone.cause == accounts::Unreached::no_such_address);
        CHECK(gone.reason == "no such address: 550 no");
        CHECK(gone.since == world.now());
        CHECK_FALSE(gone.topic);
        CHECK_FALSE(gone.brand);
        CHECK(gone.contact == ada);
        CHECK(gone.contact_name == "ada");
        CHECK(gone.account.has_value());
        CHECK(gone.account_name == "ada Ltd");
        CHECK(gone.bounce == MailId{77});
        auto const second =
            world.read([&](Call& call) { return suppressions(call.tx, all[0].id, 10); });
        CHECK(second == std::vector{gone});
    });
}

TEST_CASE("suppress_gone: said twice, the first reason stands and is told once")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    for (std::string const words : {"first", "second"})
        world.write([&](Call& call) {
            auto failure = failure_of("ada@example.test", ada);
            failure.words = words;
            suppress_gone(call, failure);
        });
    REQUIRE(house.suppressed().size() == 1);
    CHECK(house.suppressed().front().reason == "no such address: first");
    CHECK(house.kinds_told("AddressSuppressed").size() == 1);
}

TEST_CASE("suppress_complainer: another brand still writes to him")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const lens = partner_of(world);
    world.write(
        [&](Call& call) { suppress_complainer(call, failure_of("ada@example.test", ada), lens); });
    CHECK(rows(world, say(world, outage(1))) == Rows{"ada queued"});
}

TEST_CASE("lift_suppression: announcements go there again, and what came back before is forgotten")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        for (int day = 0; day < 4; ++day, world.pass(24h))
            world.write(
                [&](Call& call) { count_soft_bounce(call, failure_of("ada@example.test", ada)); });
        REQUIRE(is_unreachable(world, ada));
        auto const id = house.suppressed().at(0).id;
        CHECK(lift(world, id).value().id == id);
        CHECK_FALSE(is_unreachable(world, ada));
        CHECK(rows(world, say(world, outage(1))) == Rows{"ada queued"});
        CHECK(house.kinds_told("SuppressionLifted").size() == 1);
        world.write(
            [&](Call& call) { count_soft_bounce(call, failure_of("ada@example.test", ada)); });
        CHECK(house.suppressed().empty());
        CHECK(lift(world, id).error().code == "suppression.not_found");
    });
}

TEST_CASE("lift_suppression: what else stands against an address goes on standing")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    world.write([&](Call& call) {
        suppress_complainer(call, failure_of("ada@example.test", ada), BrandId{5});
        suppress_gone(call, failure_of("ada@example.test", ada));
    });
    REQUIRE(lift(world, house.suppressed().at(0).id));
    auto const contact =
        world.read([&](Call& call) { return accounts::find_contact(call.tx, ada).value(); });
    REQUIRE(contact.unreachable);
    CHECK(contact.unreachable->cause == accounts::Unreached::complained);
}

TEST_CASE("suppress_by_hand: announcements do not go there, and the contact says what was said")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        auto const added =
            by_hand(world, {.address = address("Ada@Example.test"), .reason = " she rang "});
        REQUIRE(added);
        CHECK(added->reason == "she rang");
        CHECK(added->cause == accounts::Unreached::complained);
        CHECK(added->contact == ada);
        CHECK(added->account_name == "ada Ltd");
        CHECK_FALSE(added->bounce);
        CHECK(house.suppressed() == std::vector{*added});
        CHECK(is_unreachable(world, ada));
        CHECK(rows(world, say(world, outage(1))) == Rows{"ada suppressed: she rang"});
        CHECK(house.kinds_told("AddressSuppressed").size() == 1);
    });
}

TEST_CASE("suppress_by_hand: of one topic alone he hears of the others, and can be reached")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        REQUIRE(by_hand(
            world, {.address = address("ada@example.test"),
                    .topic = Topic::planned,
                    .reason = "she rang"}));
        CHECK_FALSE(is_unreachable(world, ada));
        CHECK(rows(world, say(world, outage(1))) == Rows{"ada queued"});
    });
}

TEST_CASE("suppress_by_hand: said twice, the first reason answers; another scope is another one")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        NewSuppression wish{.address = address("eve@example.test"), .reason = "she rang"};
        auto const first = by_hand(world, wish);
        REQUIRE(first);
        CHECK_FALSE(first->contact);
        wish.reason = "she rang again";
        CHECK(by_hand(world, wish).value() == *first);
        wish.brand = partner_of(world);
        CHECK(by_hand(world, wish).value().reason == "she rang again");
        CHECK(house.suppressed().size() == 2);
    });
}

TEST_CASE("suppress_by_hand: no reason, an endless one and no such brand are refused")
{
    support::World world;
    Returns house{world};
    auto const refused = [&](std::string reason, std::optional<BrandId> brand = {}) {
        return by_hand(
                   world, {.address = address("eve@example.test"),
                           .brand = brand,
                           .reason = std::move(reason)})
            .error();
    };
    CHECK(refused(" ").code == "suppression.needs_reason");
    CHECK(
        refused(std::string(longest_suppression_reason + 1, 'x')).code ==
        "suppression.reason_too_long");
    CHECK(refused("she rang", BrandId{4711}).field == "brand");
    CHECK(house.suppressed().empty());
}
