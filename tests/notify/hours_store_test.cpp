#include "notify/hours_store.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

void sleep_at(support::World& world, ContactId who, accounts::QuietHours const& hours)
{
    choose(world, who, {.choices = {}, .quiet_hours = hours});
}

// It is 10:00 UTC when a test begins.
accounts::QuietHours const now_quiet{"09:00", "12:00", false};

}  // namespace

TEST_CASE("quiet hours: what would come in between waits for their end, and says so")
{
    support::for_each_database([](support::World& world) {
        sleep_at(world, add(world, {.name = "ada"}), now_quiet);
        sleep_at(world, add(world, {.name = "bob"}), {"09:00", "12:00", true});
        sleep_at(world, add(world, {.name = "cyd"}), {"11:00", "12:00", false});
        say(world, outage(1), 0s);
        CHECK(
            rows(world) == Rows{"ada queued: quiet hours until 12:00", "bob queued", "cyd queued"});
        deliver_all(world);
        world.go_to(support::test_start + 2h - 1min);
        CHECK(claim_all(world).empty());
        world.pass(1min);
        deliver_all(world);
        CHECK(rows(world) == Rows{"ada accepted", "bob accepted", "cyd accepted"});
    });
}

TEST_CASE("quiet hours: it counts when a word leaves, after its undo window")
{
    support::World world;
    sleep_at(world, add(world, {.name = "ada"}), {"10:30", "12:00", false});
    say(world, outage(1), 29min);
    CHECK(rows(world) == Rows{"ada queued"});
    auto other = outage(2);
    other.about = IncidentId{7002};
    say(world, other, 30min);
    world.pass(1h);
    CHECK(claim_all(world).size() == 1);
}

TEST_CASE("quiet hours: what is of no use by then is not sent, and says so")
{
    support::for_each_database([](support::World& world) {
        sleep_at(world, add(world, {.name = "ada"}), now_quiet);
        auto work = work_planned(1);
        work.started_at = world.now() + 30min;
        work.ended_at = world.now() + 1h;
        auto const notice = say(world, work, 0s);
        world.pass(3h);
        CHECK(claim_all(world).empty());
        auto const lines = proof(world, window);
        REQUIRE(lines.deliveries.size() == 1);
        CHECK(bool{lines.deliveries[0].state == State::opted_out});
        CHECK(
            lines.deliveries[0].reason == "quiet hours until 12:00, when it is of no use any more");
        CHECK(bool{lines.deliveries[0].notice == notice});
    });
}

TEST_CASE("quiet hours: who sleeps reads the newest word alone")
{
    support::for_each_database([](support::World& world) {
        sleep_at(world, add(world, {.name = "ada"}), now_quiet);
        auto const first = say(world, outage(1), 0s);
        world.pass(1h);
        auto const second = say(world, outage(2), 0s);
        CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
        CHECK(rows(world, second) == Rows{"ada queued: quiet hours until 12:00"});
    });
}

TEST_CASE("quiet hours: a word that goes on because the next was taken back waits for them again")
{
    support::for_each_database([](support::World& world) {
        sleep_at(world, add(world, {.name = "ada"}), now_quiet);
        auto const first = say(world, outage(1), 0s);
        auto const second = say(world, outage(2), 30s);
        REQUIRE(world.write([&](Call& call) { return cancel(call, second); }));
        CHECK(rows(world, first) == Rows{"ada queued: quiet hours until 12:00"});
        world.pass(1h);
        CHECK(claim_all(world).empty());
    });
}

TEST_CASE("quiet hours: a digest comes at the hour that he chose, quiet or not")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        choose(world, ada, {.choices = {}, .quiet_hours = now_quiet, .digest_at = "11:30"});
        say(world, work_planned(1), 0s);
        auto const lines = proof(world, window);
        REQUIRE(lines.deliveries.size() == 1);
        CHECK(lines.deliveries[0].reason == "in the digest at 11:30");
    });
}

TEST_CASE("quiet hours: a letter to him alone does not wait for them")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    sleep_at(world, ada, now_quiet);
    world.write([&](Call& call) {
        return send(
            call, {.to = ada,
                   .from = address("help@help.example.test"),
                   .from_name = "Help",
                   .subject = "Your link",
                   .text = "Here it is."});
    });
    CHECK(claim_all(world).size() == 1);
}
