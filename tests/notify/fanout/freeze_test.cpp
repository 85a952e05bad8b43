#include "notify/fanout/freeze.hpp"

#include "notify/fanout/crowd.hpp"
#include "notify/fanout/freeze_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

void write_slices(support::World& world, int count)
{
    for (int i = 0; i < count; ++i)
        world.write([](Call& call) { return freeze_next_slice(call); }).value();
}

Progress progress(support::World& world, NoticeId id)
{
    return world.read([&](Call& call) {
        auto const all = notices_about(call, incident, std::nullopt, 10);
        return *std::ranges::find(all, id, &Progress::id);
    });
}

bool is_done(support::World& world, NoticeId id)
{
    world.write([](Call& call) {
        for (auto const& notice : store::finished(call.tx))
            (void)store::close(call.tx, notice.id, call.now);
    });
    return world.read([&](Call& call) {
        return call.tx
            .one<std::optional<Instant>>(
                "SELECT done_at FROM notify_notices WHERE id = :id", {{"id", id}})
            .value()
            .has_value();
    });
}

}  // namespace

TEST_CASE("freeze: a large audience is written by the job; publishing only says who is newest")
{
    support::for_each_database([](support::World& world) {
        crowd(world, large);
        auto const notice = say(world, outage(1));
        CHECK(progress(world, notice).total == 0);
        CHECK(bool{progress(world, notice).state == NoticeState::waiting});
        CHECK_FALSE(is_done(world, notice));
        CHECK(support::facts_told(world).back().kind != "NoticeQueued");
        run_jobs(world);
        CHECK(progress(world, notice).counts.queued == large);
        CHECK(support::facts_told(world).back().kind == "NoticeQueued");
    });
}

TEST_CASE("freeze: an audience of 20,000 is written at once")
{
    support::World world;
    crowd(world, 20'000);
    CHECK(progress(world, say(world, outage(1))).total == 20'000);
    world.read([](Call& call) { CHECK_FALSE(store::first_freezing(call.tx)); });
}

TEST_CASE("freeze: who comes after the publish is out; what somebody chooses meanwhile counts")
{
    support::for_each_database([](support::World& world) {
        crowd(world, large);
        auto const ada = add(world, {.name = "ada"});
        auto const notice = say(world, outage(1));
        world.pass(1s);
        add(world, {.name = "late"});
        world
            .write([&](Call& call) {
                return accounts::choose_topics(call, ada, std::vector<Topic>{});
            })
            .value();
        run_jobs(world);
        auto const seen = progress(world, notice);
        CHECK(seen.counts.queued == large);
        CHECK(seen.counts.opted_out == 1);
        CHECK(seen.total == large + 1);
    });
}

TEST_CASE("freeze: mail leaves while slices are written, and the notice is done when all are")
{
    support::World world;
    crowd(world, large);
    auto const notice = say(world, outage(1), 0s);
    write_slices(world, 1);
    while (!claim_all(world).empty())
        ;
    world.write([&](Call& call) {
        call.tx.run(
            "UPDATE notify_deliveries SET state = 'accepted' WHERE notice = :notice",
            {{"notice", notice}});
    });
    CHECK(progress(world, notice).counts.accepted == 5000);
    CHECK(bool{progress(world, notice).state == NoticeState::sending});
    CHECK_FALSE(is_done(world, notice));
    run_jobs(world);
    CHECK(progress(world, notice).total == large);
    world.write([&](Call& call) {
        call.tx.run(
            "UPDATE notify_deliveries SET state = 'accepted', due_at = NULL WHERE notice = :notice",
            {{"notice", notice}});
    });
    CHECK(is_done(world, notice));
}

TEST_CASE("freeze: killed in between, it goes on where it was and writes nobody twice")
{
    support::for_each_database([](support::World& world) {
        crowd(world, large);
        auto const notice = say(world, outage(1));
        write_slices(world, 2);
        auto const half = progress(world, notice).total;
        CHECK(half == 10'000);
        // A slice that was written but whose transaction died with the process leaves nothing.
        CHECK_THROWS(world.write([](Call& call) {
            (void)freeze_next_slice(call);
            throw std::runtime_error{"killed"};
        }));
        CHECK(progress(world, notice).total == half);
        run_jobs(world);
        CHECK(progress(world, notice).total == large);
        CHECK(world.read([&](Call& call) {
            return call.tx
                .one<std::int64_t>(
                    "SELECT COUNT(DISTINCT recipient) FROM notify_deliveries WHERE notice = :id",
                    {{"id", notice}})
                .value();
        }) == large);
    });
}

TEST_CASE("freeze: the end of what is still being written down goes to all who were to hear of it")
{
    support::for_each_database([](support::World& world) {
        crowd(world, large);
        auto const first = say(world, outage(1), 0s);
        write_slices(world, 1);
        auto const sent = claim_all(world);
        REQUIRE_FALSE(sent.empty());
        end(world, sent, {.state = State::accepted, .attempts = 1, .at = world.now()});
        auto const over = say(world, resolved(2), 0s);
        CHECK(claim_all(world).empty());  // nobody hears of the trouble any more
        run_jobs(world);
        auto const before = progress(world, first);
        CHECK(before.counts.accepted == std::ssize(sent));
        CHECK(before.counts.superseded == large - std::ssize(sent));
        CHECK(progress(world, over).counts.queued == large);
        CHECK_FALSE(claim_all(world).empty());
    });
}

TEST_CASE("freeze: a notice that is taken back is written to its end, and nobody gets it")
{
    support::for_each_database([](support::World& world) {
        crowd(world, large);
        auto const first = say(world, outage(1));
        run_jobs(world);
        auto const second = say(world, outage(2));
        write_slices(world, 2);
        world.write([&](Call& call) { return cancel(call, second); }).value();
        CHECK_FALSE(is_done(world, second));
        run_jobs(world);
        CHECK(progress(world, second).counts.cancelled == large);
        CHECK(is_done(world, second));
        CHECK(progress(world, first).counts.queued == large);
    });
}

TEST_CASE("freeze: what is paused is written down, and waits")
{
    support::World world;
    crowd(world, large);
    auto const notice = say(world, outage(1), 0s);
    write_slices(world, 1);
    world.write([&](Call& call) { return pause(call, notice); }).value();
    run_jobs(world);
    CHECK(claim_all(world).empty());
    CHECK(progress(world, notice).counts.queued == large);
    CHECK(bool{progress(world, notice).state == NoticeState::paused});
}

TEST_CASE("freeze: of a backup that was restored, nothing that was not written yet is sent")
{
    support::World world;
    crowd(world, large);
    auto const notice = say(world, outage(1), 0s);
    world.write([](Call& call) { db::raise_data_epoch(call.tx); });
    run_jobs(world);
    CHECK(progress(world, notice).counts.cancelled == large);
    CHECK(claim_all(world).empty());
}
