#include "notify/samples.hpp"
#include "notify/webhooks/delivery_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Progress ask(support::World& world, Result<Progress> (*verb)(Call&, NoticeId), NoticeId id)
{
    return world.write([&](Call& call) { return verb(call, id); }).value();
}

std::string refusal(support::World& world, Result<Progress> (*verb)(Call&, NoticeId), NoticeId id)
{
    auto const answer = world.write([&](Call& call) { return verb(call, id); });
    return answer ? "" : answer.error().code;
}

}  // namespace

TEST_CASE("pause: nothing of the notice is claimed until it is resumed; others go on")
{
    support::for_each_database([](support::World& world) {
        for (auto const* name : {"ada", "bob", "cyd"})
            add(world, {.name = name});
        auto const first = say(world, outage(1), 0s);
        auto other = outage(2);
        other.about = IncidentId{7002};
        auto const second = say(world, other, 10s);
        CHECK(bool{ask(world, pause, first).state == NoticeState::paused});
        world.pass(10s);
        auto const claimed = claim_all(world);
        CHECK(claimed.size() == 3);
        CHECK(std::ranges::all_of(claimed, [&](auto const& one) { return one.notice == second; }));

        CHECK(bool{ask(world, resume, first).state == NoticeState::waiting});
        CHECK(claim_all(world).size() == 3);
    });
}

TEST_CASE("pause: a lane of which all is paused has nothing due")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        auto const notice = say(world, outage(1), 0s);
        auto const due = [&] {
            return world.read([](Call& call) { return store::first_due(call.tx, Lane::incident); });
        };
        CHECK(due() == world.now());
        (void)ask(world, pause, notice);
        CHECK_FALSE(due());
    });
}

TEST_CASE("pause: what was claimed and is given back waits with the rest")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    auto const claimed = claim_all(world);
    (void)ask(world, pause, notice);
    end(world, claimed, {.state = State::queued, .due_at = world.now(), .attempts = 0});
    CHECK(claim_all(world).empty());
    (void)ask(world, resume, notice);
    CHECK(claim_all(world).size() == 1);
}

TEST_CASE("pause: the next word takes the place of what is paused, and leaves")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 0s);
        (void)ask(world, pause, first);
        auto const second = say(world, outage(2), 0s);
        CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
        deliver_all(world);
        CHECK(rows(world, second) == Rows{"ada accepted"});
    });
}

TEST_CASE("pause: a word that goes on because a later one is taken back is still paused")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const first = say(world, outage(1), 0s);
    (void)ask(world, pause, first);
    auto const second = say(world, outage(2));
    world.write([](Call& call) {
        for (auto const& notice : store::finished(call.tx))
            (void)store::close(call.tx, notice.id, call.now);
    });
    (void)ask(world, cancel, second);
    CHECK(rows(world, first) == Rows{"ada queued"});
    CHECK(claim_all(world).empty());
}

TEST_CASE("pause: said twice, and resumed twice, it is told once")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1));
    for (auto const verb : {pause, pause, resume, resume})
        (void)ask(world, verb, notice);
    auto const facts = support::facts_told(world);
    CHECK(
        support::Told{facts.end() - 2, facts.end()} ==
        support::Told{{"NoticePaused", incident.text()}, {"NoticeResumed", incident.text()}});
}

TEST_CASE("pause: what is over, and what is no notice, cannot be paused")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    deliver_all(world);
    CHECK(refusal(world, pause, notice) == "notice.is_over");
    CHECK(refusal(world, resume, notice) == "notice.is_over");
    CHECK(refusal(world, pause, NoticeId{1}) == "notice.not_found");
}

TEST_CASE("pause: of what nothing has left yet all can still be taken back")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1));
    (void)ask(world, pause, notice);
    CHECK(bool{ask(world, cancel, notice).state == NoticeState::cancelled});
}
