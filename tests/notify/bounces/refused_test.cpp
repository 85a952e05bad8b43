#include "notify/bounces/refused.hpp"

#include "notify/bounces/returns.hpp"
#include "notify/settling.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Fate refused(std::string words, std::int64_t code = 550)
{
    return {
        .state = State::failed,
        .reason = fmt::format("{} {}", code, words),
        .code = code,
        .attempts = 1};
}

// The relay said so of everything that was claimed.
void refuse_all(support::World& world, Fate const& fate)
{
    auto const claimed = claim_all(world);
    world.write([&](Call& call) {
        std::vector<Settled> settled;
        for (auto const& each : claimed)
            settled.push_back({{each.notice, each.recipient}, fate});
        settle(call, settled);
    });
}

}  // namespace

TEST_CASE("is_no_mailbox: only a final status that names the mailbox")
{
    for (auto const status : {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"})
        CHECK(is_no_mailbox(refused(std::string{status} + " no such user")));
    for (auto const status :
         {"5.1.0", "5.1.7", "5.1.8", "5.2.2", "5.2.3", "5.5.2", "5.6.7", "5.7.1", "4.1.1"})
        CHECK_FALSE(is_no_mailbox(refused(std::string{status} + " no")));
}

TEST_CASE("is_no_mailbox: without a status, or for now, a refusal proves nothing")
{
    CHECK_FALSE(is_no_mailbox(refused("relaying denied")));
    CHECK_FALSE(is_no_mailbox(refused("")));
    CHECK_FALSE(is_no_mailbox({.state = State::failed, .reason = "550", .code = 550}));
    CHECK_FALSE(is_no_mailbox({.state = State::failed, .reason = "given up: 5.1.1"}));
    auto later = refused("5.1.1 greylisted", 450);
    later.state = State::deferred;
    CHECK_FALSE(is_no_mailbox(later));
    later.state = State::failed;
    CHECK_FALSE(is_no_mailbox(later));
}

TEST_CASE("settle: a mailbox that the relay says there is none of cannot be reached any more")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        say(world, outage(1), 0s);
        refuse_all(world, refused("5.1.1 no such user"));
        CHECK(rows(world) == Rows{"ada failed: 550 5.1.1 no such user"});
        auto const all = house.suppressed();
        REQUIRE(all.size() == 1);
        CHECK(all[0].address == "ada@example.test");
        CHECK(all[0].reason == "no such address: 550 5.1.1 no such user");
        CHECK(all[0].contact == ada);
        CHECK_FALSE(all[0].bounce);
        auto const contact =
            world.read([&](Call& call) { return accounts::find_contact(call.tx, ada).value(); });
        REQUIRE(contact.unreachable);
        CHECK(contact.unreachable->cause == accounts::Unreached::no_such_address);
    });
}

TEST_CASE("settle: what refuses the mail or its sender says nothing about the address")
{
    support::World world;
    Returns house{world};
    add(world, {.name = "ada"});
    say(world, outage(1), 0s);
    refuse_all(world, refused("5.7.1 we do not like you", 554));
    CHECK(house.suppressed().empty());
}

TEST_CASE(
    "settle: a refusal that is heard of twice counts once, also where it was lifted meanwhile")
{
    support::World world;
    Returns house{world};
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    auto const claimed = claim_all(world);
    REQUIRE(claimed.size() == 1);
    std::vector<Settled> const settled{
        {{notice, claimed[0].recipient}, refused("5.1.1 no such user")}};
    auto const hear = [&] { world.write([&](Call& call) { settle(call, settled); }); };
    hear();
    REQUIRE(world.write(
        [&](Call& call) { return lift_suppression(call, house.suppressed().at(0).id); }));
    hear();
    CHECK(house.suppressed().empty());
}
