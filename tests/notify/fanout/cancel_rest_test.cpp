#include "jobs/jobs.hpp"
#include "notify/fanout/crowd.hpp"
#include "notify/fanout/ending.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Progress cut(support::World& world, NoticeId id)
{
    return world.write([&](Call& call) { return cancel_rest(call, id); }).value();
}

Fate const accepted{.state = State::accepted, .attempts = 1, .at = support::test_start};

NoticeCounts counts(support::World& world, NoticeId id)
{
    return world.read([&](Call& call) {
        auto const all = notices_about(call, incident, std::nullopt, 10);
        return std::ranges::find(all, id, &Progress::id)->counts;
    });
}

// One that is written down for a crowd, of whom the first thousands have it.
NoticeId on_its_way_to_a_crowd(support::World& world, std::vector<Claimed>& sent)
{
    crowd(world, large);
    auto const notice = say(world, outage(1), 0s);
    run_jobs(world);
    sent = claim_all(world);
    end(world, sent, accepted);
    return notice;
}

}  // namespace

TEST_CASE("cancel_rest: of a large one nothing leaves from then on, and its rows end in slices")
{
    support::for_each_database([](support::World& world) {
        std::vector<Claimed> sent;
        auto const notice = on_its_way_to_a_crowd(world, sent);
        auto const told = std::ssize(sent);
        auto const progress = cut(world, notice);
        CHECK(bool{progress.state == NoticeState::cancelled});
        CHECK(progress.counts.queued == large - told);
        CHECK(support::facts_told(world).back().kind == "NoticeCutShort");
        CHECK(claim_all(world).empty());
        world.write([&](Call& call) { return end_next_slice(call); }).value();
        CHECK(counts(world, notice).queued == large - 5000);
        // A slice whose transaction died with the process has ended nothing.
        CHECK_THROWS(world.write([&](Call& call) {
            (void)end_next_slice(call);
            throw std::runtime_error{"killed"};
        }));
        CHECK(counts(world, notice).queued == large - 5000);
        run_jobs(world);
        CHECK(counts(world, notice).queued == 0);
        CHECK(counts(world, notice).cancelled == large - told);
        CHECK(counts(world, notice).accepted == told);
        CHECK(support::facts_told(world).back().kind == "NoticeDone");
    });
}

TEST_CASE("cancel_rest: its end, said while the rest ends, goes to those alone whom it had reached")
{
    support::World world;
    std::vector<Claimed> sent;
    auto const notice = on_its_way_to_a_crowd(world, sent);
    (void)cut(world, notice);
    auto const over = say(world, resolved(2), 0s);
    run_jobs(world);
    CHECK(counts(world, over).queued == std::ssize(sent));
}

TEST_CASE("cancel_rest: while a large one ends, a later word goes to all and does not say it along")
{
    support::World world;
    std::vector<Claimed> sent;
    auto const notice = on_its_way_to_a_crowd(world, sent);
    (void)cut(world, notice);
    auto const later = say(world, outage(2), 0s);
    CHECK(world.read([&](Call& call) { return store::find_notice(call.tx, later)->earlier; })
              .empty());
    run_jobs(world);
    CHECK(counts(world, notice).queued == 0);
    CHECK(counts(world, notice).accepted == std::ssize(sent));
    CHECK(counts(world, later).queued == large);
}

TEST_CASE("cancel_rest: who was written to was told, the others will not be, with the reason")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const notice = say(world, outage(1), 0s);
        auto claimed = claim_all(world);
        end(world, claimed, accepted);
        add(world, {.name = "bob"});
        auto const next = say(world, outage(2), 0s);
        claimed = claim_all(world);
        std::ranges::sort(claimed, {}, &Claimed::name);
        end(world, {claimed[0]}, accepted);
        end(world, {claimed[1]},
            {.state = State::deferred, .due_at = world.now() + 1min, .attempts = 1});
        auto const progress = cut(world, next);
        CHECK(bool{progress.state == NoticeState::cancelled});
        CHECK(rows(world, notice) == Rows{"ada accepted"});
        CHECK(rows(world, next) == Rows{"ada accepted", "bob cancelled: the rest was cancelled"});
        auto const facts = support::facts_told(world);
        CHECK(
            support::Told{facts.end() - 2, facts.end()} ==
            support::Told{{"NoticeCutShort", incident.text()}, {"NoticeDone", incident.text()}});
    });
}

TEST_CASE("cancel_rest: what was claimed and is given back ends with the rest")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const notice = say(world, outage(1), 0s);
        auto const claimed = claim_all(world);
        auto const progress = cut(world, notice);
        CHECK(progress.counts.sending == 1);
        end(world, claimed, {.state = State::queued, .due_at = world.now(), .attempts = 0});
        CHECK(rows(world) == Rows{"ada cancelled: the rest was cancelled"});
        world.write([](Call& call) {
            auto const over = store::finished(call.tx);
            REQUIRE(over.size() == 1);
            CHECK(store::close(call.tx, over[0].id, call.now)->not_accepted == 1);
        });
    });
}

TEST_CASE("cancel_rest: a word whose place it had taken does not go on")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const first = say(world, outage(1));
    auto const second = say(world, outage(2));
    (void)cut(world, second);
    CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
    world.pass(1h);
    CHECK(claim_all(world).empty());
}

TEST_CASE("cancel_rest: a paused one can be cut, too; said twice it is told once")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1));
    world.write([&](Call& call) { return pause(call, notice); }).value();
    auto const first = cut(world, notice);
    auto const facts = support::facts_told(world);
    CHECK(to_json(cut(world, notice)) == to_json(first));
    CHECK(support::facts_told(world) == facts);
    auto const late = world.write([&](Call& call) { return resume(call, notice); });
    CHECK(late.error().code == "notice.is_over");
}

TEST_CASE("cancel_rest: what is over cannot be cut")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    deliver_all(world);
    auto const refused = world.write([&](Call& call) { return cancel_rest(call, notice); });
    CHECK(refused.error().code == "notice.is_over");
    CHECK(bool{refused.error().kind == Refusal::conflict});
}

TEST_CASE("cancel_rest: the end is told to those whom the word had reached, and to nobody else")
{
    support::World world;
    add(world, {.name = "ada"});
    add(world, {.name = "bob"});
    auto const notice = say(world, outage(1), 0s);
    auto claimed = claim_all(world);
    std::ranges::sort(claimed, {}, &Claimed::name);
    end(world, {claimed[0]}, accepted);
    end(world, {claimed[1]}, {.state = State::queued, .due_at = world.now(), .attempts = 0});
    (void)cut(world, notice);
    CHECK(rows(world, say(world, resolved(2))) == Rows{"ada queued"});
}
