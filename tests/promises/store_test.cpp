#include "promises/store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;
using support::for_each_database;
using support::World;

namespace {

Promise promise(std::int64_t id, std::optional<Instant> due_at = std::nullopt)
{
    Promise one{
        .id = PromiseId{id},
        .text = "A fix",
        .to = "public",
        .due_at = due_at,
        .first_due_at = due_at,
        .source = Source::eta,
        .about = "inc_1",
        .made_at = support::test_start};
    if (!due_at)
        one.no_date = NoDate::priority;
    return one;
}

}  // namespace

TEST_CASE("store: a promise comes back as saved")
{
    for_each_database([](World& world) {
        auto one = promise(1, world.now() + 1h);
        one.owner = PersonId{7};
        world.write([&](Call& call) {
            store::insert(call.tx, one);
            one.state = State::kept;
            one.due_at = world.now() + 2h;
            one.settled_at = world.now();
            one.version = 2;
            store::save(call.tx, one);
        });
        world.read([&](Call& call) {
            auto const found = store::find(call.tx, one.id);
            REQUIRE(found);
            CHECK(write_json(to_json(*found)) == write_json(to_json(one)));
            CHECK_FALSE(store::find(call.tx, PromiseId{2}));
            CHECK(store::about(call.tx, "inc_1").size() == 1);
            CHECK(store::about(call.tx, "inc_2").empty());
            CHECK(store::unsettled(call.tx, Source::eta, "inc_1").empty());
        });
    });
}

TEST_CASE("store: the ledger is paged by due moment, those without a date last")
{
    for_each_database([](World& world) {
        auto const now = world.now();
        world.write([&](Call& call) {
            auto late = promise(5, now + 1h);
            late.state = State::late;
            for (auto const& one :
                 {promise(1), promise(2, now + 2h), promise(3), promise(4, now + 1h), late})
                store::insert(call.tx, one);
        });
        world.read([](Call& call) {
            auto const ids = [&](std::optional<State> state, std::optional<PromiseId> after) {
                std::vector<std::int64_t> list;
                for (auto const& one :
                     store::ledger(call.tx, {.state = state, .after = after, .limit = 3}))
                    list.push_back(one.id.value());
                return list;
            };
            CHECK(ids({}, {}) == std::vector<std::int64_t>{4, 5, 2});
            CHECK(ids({}, PromiseId{2}) == std::vector<std::int64_t>{1, 3});
            CHECK(ids({}, PromiseId{1}) == std::vector<std::int64_t>{3});
            CHECK(ids(State::late, {}) == std::vector<std::int64_t>{5});
            CHECK(ids(State::open, PromiseId{4}) == std::vector<std::int64_t>{2, 1, 3});
        });
    });
}

TEST_CASE("store: the ledger leaves out what was not asked for")
{
    for_each_database([](World& world) {
        auto const now = world.now();
        world.write([&](Call& call) {
            auto settled = promise(1, now + 1h);
            settled.state = State::late;
            settled.settled_at = now;
            auto late = promise(2, now + 2h);
            late.state = State::late;
            auto elsewhere = promise(3, now + 3h);
            elsewhere.about = "inc_2";
            elsewhere.to = "con_1";
            for (auto const& one : {settled, late, elsewhere, promise(4)})
                store::insert(call.tx, one);
        });
        world.read([](Call& call) {
            auto const ids = [&](Seek const& seek) {
                std::vector<std::int64_t> list;
                for (auto const& one : store::ledger(call.tx, seek))
                    list.push_back(one.id.value());
                return list;
            };
            using Ids = std::vector<std::int64_t>;
            CHECK(ids({}) == Ids{1, 2, 3, 4});
            CHECK(ids({.settled = false}) == Ids{2, 3, 4});
            CHECK(ids({.settled = true}) == Ids{1});
            CHECK(ids({.state = State::late, .settled = false}) == Ids{2});
            CHECK(ids({.about = "inc_2"}) == Ids{3});
            CHECK(ids({.to = "con_1"}) == Ids{3});
            CHECK(ids({.about = "inc_1", .after = PromiseId{1}, .limit = 1}) == Ids{2});
            CHECK(ids({.state = State::open, .about = "inc_1", .to = "con_1"}).empty());
        });
    });
}

TEST_CASE("store: promises are counted by how they stand at the moment")
{
    for_each_database([](World& world) {
        auto const now = world.now();
        world.write([&](Call& call) {
            auto moved = promise(5, now + 1h);  // it was late before it was moved
            moved.state = State::late;
            auto kept = promise(6, now - 1h);
            kept.state = State::kept;
            kept.settled_at = now - 2h;
            for (auto const& one :
                 {promise(1), promise(2, now), promise(3, now - 1us), promise(4, now + 14h), moved,
                  kept})
                store::insert(call.tx, one);
        });
        world.read([&](Call& call) {
            auto const open = store::count_unsettled(call.tx, now, now + 14h);
            CHECK(open.open == 3);
            CHECK(open.due_today == 1);
            CHECK(open.late == 2);
            auto const settled = store::count_settled(call.tx);
            REQUIRE(settled.size() == 1);
            CHECK(settled[0].state == State::kept);
            CHECK(settled[0].count == 1);
        });
    });
}

TEST_CASE("store: what is settled otherwise, or no more, is counted so")
{
    for_each_database([](World& world) {
        using Counts = std::map<State, std::int64_t>;
        auto const counts = [](Call& call) {
            Counts found;
            for (auto const& [state, count] : store::count_settled(call.tx))
                if (count != 0)
                    found.emplace(state, count);
            return found;
        };
        world.write([&](Call& call) {
            for (std::int64_t id = 1; id <= 130; ++id) {  // of each part more than one
                auto one = promise(id);
                store::insert(call.tx, one);
                one.state = State::kept;
                one.settled_at = call.now;
                store::save(call.tx, one);
            }
            CHECK(bool{counts(call) == Counts{{State::kept, 130}}});
            auto one = store::find(call.tx, PromiseId{7}).value();
            one.settled_at.reset();
            one.state = State::open;
            store::save(call.tx, one);
            CHECK(bool{counts(call) == Counts{{State::kept, 129}}});
            one.settled_at = call.now;
            one.state = State::broken;
            store::save(call.tx, one);
            store::save(call.tx, one);
            CHECK(bool{counts(call) == Counts{{State::kept, 129}, {State::broken, 1}}});
        });
    });
}

TEST_CASE("store: history is read in order")
{
    for_each_database([](World& world) {
        Change const made{.at = world.now(), .actor = "system", .due_at = world.now() + 1h};
        Change const done{
            .at = world.now() + 1h, .actor = "system", .state = State::kept, .reason = "done"};
        world.write([&](Call& call) {
            store::insert(call.tx, promise(1, world.now() + 1h));
            store::append(call.tx, PromiseId{1}, 2, done);
            store::append(call.tx, PromiseId{1}, 1, made);
        });
        auto const lines =
            world.read([](Call& call) { return store::history(call.tx, PromiseId{1}); });
        REQUIRE(lines.size() == 2);
        CHECK(write_json(to_json(lines[0])) == write_json(to_json(made)));
        CHECK(write_json(to_json(lines[1])) == write_json(to_json(done)));
    });
}

TEST_CASE("store: the database itself refuses to forget a promise or to change its history")
{
    for_each_database([](World& world) {
        world.write([&](Call& call) {
            store::insert(call.tx, promise(1, world.now()));
            store::append(call.tx, PromiseId{1}, 1, {.at = world.now(), .actor = "system"});
        });
        for (auto const* const sql :
             {"DELETE FROM promises_changes", "UPDATE promises_changes SET reason = 'x'",
              "DELETE FROM promises_ledger"})
            CHECK_THROWS(world.write([&](Call& call) { call.tx.run(sql); }));
        CHECK(
            world.read([](Call& call) { return store::history(call.tx, PromiseId{1}); }).size() ==
            1);
    });
}
