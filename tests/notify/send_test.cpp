#include "notify/samples.hpp"
#include "team/team.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Letter letter_to(ContactId contact)
{
    return {
        .to = contact,
        .from = address("help@help.example.test"),
        .from_name = "Support",
        .subject = "Your ticket",
        .text = "We have it."};
}

}  // namespace

TEST_CASE("send: a letter waits in the transactional lane, at once")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const id = world.write([&](Call& call) { return send(call, letter_to(ada)); });
        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        CHECK(claimed.front().notice == id);
        CHECK(claimed.front().lane == Lane::transactional);
        CHECK(claimed.front().address == "ada@example.test");
    });
}

TEST_CASE("send: a key that was said before sends nothing and answers the first letter")
{
    support::for_each_database([](support::World& world) {
        auto letter = letter_to(add(world, {.name = "ada"}));
        letter.key = "ack:ent_1";
        auto const first = world.write([&](Call& call) { return send(call, letter); });
        letter.text = "Something else.";
        CHECK(world.write([&](Call& call) { return send(call, letter); }) == first);
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("send: letters without a key are sent each time")
{
    support::for_each_database([](support::World& world) {
        auto const letter = letter_to(add(world, {.name = "ada"}));
        world.write([&](Call& call) {
            send(call, letter);
            send(call, letter);
        });
        CHECK(claim_all(world).size() == 2);
    });
}

TEST_CASE("send: nobody gets what was written to no contact of ours")
{
    support::World world;
    CHECK_FALSE(world.write([](Call& call) { return send(call, letter_to(ContactId{99})); }));
    CHECK(claim_all(world).empty());
}

TEST_CASE("send: a letter waits as long as it may be taken back")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    world.write([&](Call& call) { send(call, letter_to(ada), 20s); });
    world.pass(19s);
    CHECK(claim_all(world).empty());
    world.pass(1s);
    CHECK(claim_all(world).size() == 1);
}

TEST_CASE("take_back: a letter that waits never leaves, and its notice is closed")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const id = world.write([&](Call& call) { return send(call, letter_to(ada), 20s); });
        CHECK(world.write([&](Call& call) { return take_back(call, id); }));
        world.pass(1h);
        CHECK(claim_all(world).empty());
        CHECK(world.read([](Call& call) { return store::finished(call.tx).empty(); }));
        // Said twice, there is nothing left to take back.
        CHECK_FALSE(world.write([&](Call& call) { return take_back(call, id); }));
    });
}

TEST_CASE("take_back: what was claimed is on its way, also where the relay did not take it")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const id = world.write([&](Call& call) { return send(call, letter_to(ada)); });
        auto const too_late = [&] {
            return !world.write([&](Call& call) { return take_back(call, id); });
        };
        auto const claimed = claim_all(world);
        CHECK(too_late());
        end(world, claimed, {.reason = "may have been sent already", .due_at = world.now()});
        CHECK(too_late());
        end(world, claim_all(world), {.state = State::accepted, .attempts = 1, .at = world.now()});
        CHECK(too_late());
    });
}

TEST_CASE("take_back: announcements are not taken back like this")
{
    support::World world;
    (void)add(world, {.name = "ada"});
    auto const id = say(world, outage(1));
    CHECK_FALSE(world.write([&](Call& call) { return take_back(call, id); }));
    CHECK_FALSE(world.write([&](Call& call) { return take_back(call, NoticeId{}); }));
}

TEST_CASE("send: topics that are off stop no letter")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = std::vector<Topic>{}});
    world.write([&](Call& call) { send(call, letter_to(ada)); });
    CHECK(claim_all(world).size() == 1);
}

TEST_CASE("page: each of us is paged once for one key")
{
    support::for_each_database([](support::World& world) {
        auto const people = world.write([](Call& call) {
            return std::array{
                team::add_person(call, {.name = "Ann", .email = address("ann@help.example.test")})
                    .value()
                    .id,
                team::add_person(call, {.name = "Ben", .email = address("ben@help.example.test")})
                    .value()
                    .id};
        });
        world.write([&](Call& call) {
            Page const what{.subject = "Due", .text = "Now.", .about = "inc_1", .key = "due"};
            page(call, people[0], what);
            page(call, people[0], what);
            page(call, people[1], what);
        });
        auto claimed = claim_all(world);
        REQUIRE(claimed.size() == 2);
        std::ranges::sort(claimed, {}, &Claimed::name);
        CHECK(claimed.front().address == "ann@help.example.test");
        CHECK(claimed.back().address == "ben@help.example.test");
    });
}
