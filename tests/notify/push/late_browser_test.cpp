#include "notify/push/late_browser.hpp"

#include "notify/channels/carriers.hpp"
#include "notify/channels/desk.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr auto long_enough = 60s;

// Ada with two browsers, of which "other" is in trouble when an outage is announced.
struct Ada {
    explicit Ada(support::World& the_world) : world{the_world}
    {
        world.settings.data = folder.path().string();
        world.write([&](Call& call) {
            REQUIRE(add_push(call, contact, browser_at(peer.url("browser"))));
            REQUIRE(add_push(call, contact, browser_at(peer.url("other"))));
        });
        add_push_jobs(board, peer.allowed());
        other_answers(500);
        first = announce_to_her(1);
        send();
    }

    void other_answers(int status)
    {
        peer.answers([status](http::Request const& request) {
            return http::Reply{.status = request.path == "/other" ? status : 201};
        });
    }

    NoticeId announce_to_her(std::int64_t update, std::chrono::seconds undo = 0s)
    {
        auto const notice = say(world, outage(update), undo);
        also_by(world, notice, Channel::push);
        return notice;
    }

    void send()
    {
        Desk desk{world.house(), std::make_unique<Push>(world.house(), peer.allowed())};
        desk.start();
        CHECK(desk.rest(long_enough));
        desk.stop();
    }

    void pass(std::chrono::seconds time)
    {
        world.pass(time);
        jobs::Runner runner{world.house(), board, 1};
        runner.start();
        CHECK(runner.rest(long_enough));
        runner.stop();
    }

    // How often this browser's push service was asked.
    [[nodiscard]] std::ptrdiff_t asked(std::string_view browser) const
    {
        auto const requests = peer.asked();
        return std::ranges::count(requests, fmt::format("/{}", browser), &http::Request::path);
    }

    support::World& world;
    support::TempDir folder;
    Peer peer;
    jobs::Board board;
    ContactId contact = add(world, {.name = "ada"});
    NoticeId first;
};

}  // namespace

TEST_CASE("tell_late: a browser that could not be told at first is told later, the other one once")
{
    support::for_each_database([](support::World& world) {
        Ada ada{world};
        CHECK(rows_by(world, Channel::push) == Rows{"ada accepted: 201 Created"});
        CHECK(ada.asked("other") == 1);
        ada.pass(59s);
        CHECK(ada.asked("other") == 1);
        ada.other_answers(201);
        ada.pass(1s);
        CHECK(ada.asked("other") == 2);
        ada.pass(1h);
        CHECK(ada.asked("other") == 2);
        CHECK(ada.asked("browser") == 1);
    });
}

TEST_CASE("tell_late: one that stays in trouble is asked by the usual pauses while it is of use")
{
    support::World world;
    Ada ada{world};
    ada.pass(1min);
    CHECK(ada.asked("other") == 2);
    ada.pass(4min);
    CHECK(ada.asked("other") == 2);
    ada.pass(1min);
    CHECK(ada.asked("other") == 3);
    ada.pass(48h);
    CHECK(ada.asked("other") == 3);
}

TEST_CASE("tell_late: what a later word took the place of is not told any more")
{
    support::World world;
    Ada ada{world};
    ada.other_answers(201);
    (void)ada.announce_to_her(2);
    ada.send();
    CHECK(ada.asked("other") == 2);
    ada.pass(1h);
    CHECK(ada.asked("other") == 2);
}

TEST_CASE("tell_late: while a later word may still be taken back it waits, and then is told")
{
    support::World world;
    Ada ada{world};
    ada.other_answers(201);
    auto const later = ada.announce_to_her(2, 10min);
    ada.pass(2min);
    CHECK(ada.asked("other") == 1);
    REQUIRE(world.write([&](Call& call) { return cancel(call, later); }));
    ada.pass(1min);
    CHECK(ada.asked("other") == 2);
}

TEST_CASE("tell_late: what is paused waits, and what was cut short is not told")
{
    support::World world;
    Ada ada{world};
    ada.other_answers(201);
    REQUIRE(world.write([&](Call& call) { return pause(call, ada.first); }));
    ada.pass(5min);
    CHECK(ada.asked("other") == 1);
    SUBCASE("it goes on")
    {
        REQUIRE(world.write([&](Call& call) { return resume(call, ada.first); }));
        ada.pass(1min);
        CHECK(ada.asked("other") == 2);
    }
    SUBCASE("its rest is cancelled")
    {
        REQUIRE(world.write([&](Call& call) { return cancel_rest(call, ada.first); }));
        ada.pass(1min);
        CHECK(ada.asked("other") == 1);
    }
}

TEST_CASE("tell_late: a browser that is gone is removed and not asked again")
{
    support::World world;
    Ada ada{world};
    ada.other_answers(410);
    ada.pass(1min);
    ada.pass(1h);
    CHECK(ada.asked("other") == 2);
    CHECK(world.read([&](Call& call) { return count_pushes(call.tx, ada.contact); }) == 1);
}

TEST_CASE("tell_late: a later word that came while it was being told is told after it")
{
    support::World world;
    Ada ada{world};
    bool came = false;
    ada.peer.answers([&](http::Request const&) {
        if (!std::exchange(came, true)) {
            auto const later = ada.announce_to_her(2);
            world.write([&](Call& call) {
                auto const claimed =
                    store::claim(call.tx, {Lane::incident, Channel::push}, call.now, 10);
                CHECK(claimed.size() == 1);
                std::vector<Settled> const settled{
                    {{later, claimed.at(0).recipient},
                     {.state = State::accepted, .attempts = 1, .at = call.now}}};
                store::settle(call.tx, settled, Channel::push);
            });
        }
        return http::Reply{.status = 201};
    });
    ada.pass(1min);
    CHECK(came);
    CHECK(ada.asked("other") == 3);  // in vain, the first word, the later one
}

TEST_CASE("turn_of: the delivery, and what came after it, decide whether a browser is told")
{
    struct Row {
        State delivery;
        std::vector<State> later;
        Turn turn;
    };
    for (auto const& [delivery, later, turn] : std::vector<Row>{
             {State::accepted, {}, Turn::tell},
             {State::unknown, {}, Turn::tell},
             {State::sending, {}, Turn::wait},
             {State::deferred, {}, Turn::drop},
             {State::superseded, {}, Turn::drop},
             {State::bounced, {}, Turn::drop},
             {State::accepted, {State::queued}, Turn::wait},
             {State::accepted, {State::held}, Turn::wait},
             {State::accepted, {State::cancelled}, Turn::tell},
             {State::accepted, {State::opted_out, State::suppressed}, Turn::tell},
             {State::accepted, {State::superseded, State::queued}, Turn::wait},
             {State::accepted, {State::accepted, State::queued}, Turn::drop},
             {State::accepted, {State::sending}, Turn::drop},
             {State::accepted, {State::deferred}, Turn::drop},
         })
        CHECK(turn_of(delivery, later) == turn);
}
