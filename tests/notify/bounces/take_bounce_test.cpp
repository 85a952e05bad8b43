#include "notify/bounces/returns.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Result<Bounce> see(support::World& world, MailId id)
{
    return world.write([&](Call& call) { return see_bounce(call, id); });
}

}  // namespace

TEST_CASE("takes_bounces: the sealed ones and the plain one, in any case, and nothing else")
{
    for (std::string const address :
         {"bounce+abc-def@help.example.test", "BOUNCE+x@lens.test", "bounce@help.example.test",
          "Bounce+@x"})
        CHECK_MESSAGE(takes_bounces(address), address);
    for (std::string const address :
         {"", "@", "help@bounce.test", "bounces@x.test", "bouncer+x@x.test", "xbounce+y@x.test",
          "reply+bounce@x.test"})
        CHECK_MESSAGE(!takes_bounces(address), address);
}

TEST_CASE("take_bounce: it is there as it came, before anybody has read it")
{
    support::for_each_database([](support::World& world) {
        auto const id = world.write([](Call& call) {
            return take_bounce(
                call, {.from = "a@b.test",
                       .to = "bounce+x@help.example.test",
                       .raw = "Subject: x\r\n\r\nWhat is \xff this?\r\n",
                       .size = 300'000});
        });
        auto const found = world.read([&](Call& call) { return find_bounce(call.tx, id).value(); });
        CHECK(found.outcome == BounceOutcome::waiting);
        CHECK(found.to == "bounce+x@help.example.test");
        CHECK(found.size == 300'000);
        CHECK(found.received_at == world.now());
        CHECK(found.text.starts_with("What is"));
        CHECK_FALSE(
            world.read([](Call& call) { return find_bounce(call.tx, MailId{9}); }).has_value());
    });
}

TEST_CASE("bounces: newest first, by what became of them, page by page")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        auto const first = house.post("bounce+1@x.test", report("5.1.1")).id;
        auto const known = house.post(house.bounce_address(house.tell(), ada), report("5.1.1")).id;
        auto const last = house.post("bounce+2@x.test", report("5.1.1")).id;
        auto const ids = [&](std::optional<BounceOutcome> outcome, std::optional<MailId> after,
                             int limit) {
            std::vector<MailId> found;
            world.read([&](Call& call) {
                for (auto const& bounce : bounces(call.tx, outcome, after, limit))
                    found.push_back(bounce.id);
            });
            return found;
        };
        using Ids = std::vector<MailId>;
        CHECK(ids({}, {}, 10) == Ids{last, known, first});
        CHECK(ids({}, last, 1) == Ids{known});
        CHECK(ids(BounceOutcome::unattributed, {}, 10) == Ids{last, first});
        CHECK(ids(BounceOutcome::unattributed, last, 10) == Ids{first});
    });
}

TEST_CASE("see_bounce: what a person has seen waits no more, and that is told once")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const id = house.post("bounce+1@x.test", report("5.1.1")).id;
        CHECK(see(world, id).value().outcome == BounceOutcome::seen);
        CHECK(see(world, id).value().outcome == BounceOutcome::seen);
        CHECK(house.read(id).words == "550 5.1.1 it cannot be");
        CHECK(
            house.kinds_told("Bounce") ==
            std::vector<std::string>{"BounceUnattributed", "BounceSeen"});
    });
}

TEST_CASE("see_bounce: what is there for nobody, or not at all, is refused")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    auto const known = house.post(house.bounce_address(house.tell(), ada), report("5.1.1")).id;
    CHECK(see(world, known).error().code == "bounce.attributed");
    CHECK(see(world, MailId{9}).error().code == "bounce.not_found");
}
