#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<Claimed> claim_some(support::World& world, std::size_t limit)
{
    return world.write(
        [&](Call& call) { return store::claim(call.tx, Lane::incident, call.now, limit); });
}

Fate waiting_again(support::World& world)
{
    return {.state = State::queued, .due_at = world.now(), .at = world.now()};
}

}  // namespace

TEST_CASE("claim: each delivery is claimed once, those that waited longest first")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 0s);
        world.pass(1s);
        auto later = outage(2);
        later.about = IncidentId{7002};
        auto const second = say(world, later, 0s);
        auto const one = claim_some(world, 1);
        REQUIRE(one.size() == 1);
        CHECK(one.front().notice == first);
        CHECK(one.front().account_name == "ada Ltd");
        auto const two = claim_some(world, 10);
        REQUIRE(two.size() == 1);
        CHECK(two.front().notice == second);
        CHECK(claim_some(world, 10).empty());
    });
}

TEST_CASE("claim: the end of an outage waits while its beginning is being sent to the same reader")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1), 0s);
        auto const beginning = claim_all(world);
        auto const over = say(world, resolved(2), 0s);
        CHECK(claim_all(world).empty());

        end(world, beginning, {.state = State::accepted, .at = world.now()});
        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        CHECK(claimed.front().notice == over);
    });
}

TEST_CASE("settle: a word that would wait again behind a newer one is superseded")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 0s);
        auto const beginning = claim_all(world);
        auto const over = say(world, resolved(2), 0s);
        end(world, beginning, waiting_again(world));
        CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        CHECK(claimed.front().notice == over);
    });
}

TEST_CASE("settle: what waits again is claimed again, its attempts counted")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1), 0s);
        end(world, claim_all(world),
            {.state = State::deferred,
             .reason = "451 later",
             .code = 451,
             .due_at = world.now() + 1min,
             .attempts = 1,
             .at = world.now()});
        CHECK(rows(world) == Rows{"ada deferred: 451 later"});
        CHECK(claim_all(world).empty());
        world.pass(1min);
        auto const again = claim_all(world);
        REQUIRE(again.size() == 1);
        CHECK(again.front().attempts == 1);
    });
}

TEST_CASE("settle: an outcome that comes late changes nothing that has ended")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1), 0s);
        auto const claimed = claim_all(world);
        end(world, claimed, {.state = State::accepted, .at = world.now()});
        end(world, claimed, waiting_again(world));
        CHECK(rows(world) == Rows{"ada accepted"});
        CHECK(claim_all(world).empty());
    });
}

TEST_CASE("left_sending: it finds what a dead process had claimed")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        auto const notice = say(world, outage(1), 0s);
        auto const claimed = claim_some(world, 1);
        auto const left = world.read([](Call& call) { return store::left_sending(call.tx); });
        REQUIRE(left.size() == 1);
        CHECK(left.front().notice == notice);
        CHECK(left.front().recipient == claimed.front().recipient);
        CHECK(left.front().useful_until == world.now() + 24h);
    });
}

TEST_CASE("cancel_older_epochs: after a restore nothing old leaves")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1), 0s);
        world.write([](Call& call) { db::raise_data_epoch(call.tx); });
        CHECK(claim_all(world).empty());
        world.write([](Call& call) { store::cancel_older_epochs(call.tx, call.now); });
        CHECK(rows(world) == Rows{"ada cancelled: restored from a backup"});
        auto other = outage(2);
        other.about = IncidentId{7002};
        say(world, other, 0s);
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("close: a notice is closed once, when nothing of it waits, with its count")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        auto const notice = say(world, outage(1), 0s);
        auto const finished = [&] {
            return world.read([](Call& call) { return store::finished(call.tx).size(); });
        };
        CHECK(finished() == 0);
        auto const claimed = claim_all(world);
        CHECK(finished() == 0);
        end(world, claimed, {.state = State::accepted, .at = world.now()});
        CHECK(finished() == 1);

        auto const close = [&] {
            return world.write([&](Call& call) { return store::close(call.tx, notice, call.now); });
        };
        auto const tally = close();
        REQUIRE(tally);
        CHECK(tally->accepted == 1);
        CHECK(tally->not_accepted == 1);
        CHECK_FALSE(close());
        CHECK(finished() == 0);
    });
}
