// What both databases owe the rooms, in the same words.
#include "db/db.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

#include <future>
#include <limits>
#include <thread>

using namespace tellfirst;
using namespace tellfirst::support;

namespace {

struct Thing {
    TicketId id;
    Instant at;
    std::optional<std::string> word;
    double weight = 0;
    db::Blob bytes;
    bool operator==(Thing const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Thing, (), (id, at, word, weight, bytes))

void make_table(World& world)
{
    world.write([](Call& call) {
        call.tx.script("CREATE TABLE test_things (id BIGINT PRIMARY KEY, at BIGINT, word TEXT,"
                       " weight DOUBLE PRECISION, bytes BYTEA)");
    });
}

void with_table(std::function<void(World&)> const& test)
{
    for_each_database([&](World& world) {
        make_table(world);
        test(world);
    });
}

void add(db::Tx& tx, Thing const& thing)
{
    tx.run(
        R"sql(
        INSERT INTO test_things (id, at, word, weight, bytes)
        VALUES (:id, :at, :word, :weight, :bytes))sql",
        {{"id", thing.id},
         {"at", thing.at},
         {"word", thing.word},
         {"weight", thing.weight},
         {"bytes", thing.bytes}});
}

std::int64_t count(db::Tx& tx)
{
    return *tx.one<std::int64_t>("SELECT COUNT(*) FROM test_things");
}

std::int64_t count(World& world)
{
    return world.read([](Call& call) { return count(call.tx); });
}

// Queues all verbs at once and answers how each ended.
std::vector<db::Outcome> run_all(World& world, std::vector<db::Database::Verb> const& verbs)
{
    std::vector<std::promise<db::Outcome>> promises(verbs.size());
    for (std::size_t i = 0; i < verbs.size(); ++i)
        world.database->write(
            verbs[i], [&promises, i](db::Outcome outcome) { promises[i].set_value(outcome); });
    std::vector<db::Outcome> outcomes;
    for (auto& promise : promises)
        outcomes.push_back(promise.get_future().get());
    return outcomes;
}

}  // namespace

TEST_CASE("Database: what is stored comes back as it was")
{
    std::string all_bytes;
    for (int byte = 0; byte < 256; ++byte)
        all_bytes += static_cast<char>(byte);
    using Limits = std::numeric_limits<std::int64_t>;
    std::vector<Thing> const things{
        {TicketId{Limits::min()}, from_micros(-1), "", 0.1, db::Blob{}},
        {TicketId{1}, from_micros(0), std::nullopt, -1e300, db::Blob{all_bytes}},
        {TicketId{2}, test_start, "gr\xc3\xbc\xc3\x9f:dich '::' \\x41", 5e-324,
         db::Blob{std::string(1, '\0')}},
        {TicketId{Limits::max()}, from_micros(Limits::max()), "null", 3.0, db::Blob{"text"}},
    };
    with_table([&](World& world) {
        world.write([&](Call& call) {
            for (auto const& thing : things)
                add(call.tx, thing);
        });
        auto const stored = world.read([](Call& call) {
            return call.tx.all<Thing>(
                "SELECT id, at, word, weight, bytes FROM test_things ORDER BY id");
        });
        CHECK(stored == things);
    });
}

TEST_CASE("Database: sums and counts of whole numbers are whole numbers")
{
    with_table([](World& world) {
        auto const sum = world.write([](Call& call) {
            for (int i = 1; i <= 3; ++i)
                add(call.tx, {.id = TicketId{i}, .at = from_micros(i * 1'000'000'000'000)});
            return *call.tx.one<std::int64_t>("SELECT SUM(at) FROM test_things");
        });
        CHECK(sum == 6'000'000'000'000);
    });
}

TEST_CASE("Database: a parameter may be NULL once and a value the next time")
{
    with_table([](World& world) {
        world.write([](Call& call) {
            constexpr auto sql = "INSERT INTO test_things (id, word, at) VALUES (:id, :word, :at)";
            call.tx.run(sql, {{"id", 1}, {"word", db::Null{}}, {"at", db::Null{}}});
            call.tx.run(sql, {{"id", 2}, {"word", "w"}, {"at", 5}});
            call.tx.run(sql, {{"id", 3}, {"word", db::Null{}}, {"at", 5}});
        });
        CHECK(count(world) == 3);
    });
}

TEST_CASE("Database: a statement says how many rows it wrote")
{
    with_table([](World& world) {
        world.write([](Call& call) {
            for (int i = 1; i <= 3; ++i)
                add(call.tx, {.id = TicketId{i}});
            CHECK(call.tx.run("UPDATE test_things SET word = 'x' WHERE id > 1") == 2);
            CHECK(call.tx.run("DELETE FROM test_things WHERE id > 10") == 0);
            CHECK(call.tx.run("SELECT id FROM test_things") == 0);
        });
    });
}

TEST_CASE("Database: bulk runs a statement for each set of parameters")
{
    with_table([](World& world) {
        constexpr int many = 1000;
        std::vector<std::vector<db::Param>> sets;
        for (int i = 1; i <= many; ++i)
            sets.push_back({{"id", i}, {"word", i % 2 == 0 ? db::Value{"w"} : db::Null{}}});
        auto const written = world.write([&](Call& call) {
            return call.tx.bulk("INSERT INTO test_things (id, word) VALUES (:id, :word)", sets);
        });
        CHECK(written == many);
        CHECK(count(world) == many);
    });
}

TEST_CASE("Database: a bulk of which one set is refused writes nothing")
{
    with_table([](World& world) {
        std::vector<std::vector<db::Param>> const sets{{{"id", 1}}, {{"id", 1}}, {{"id", 2}}};
        CHECK_THROWS_AS(
            world.write([&](Call& call) {
                return call.tx.bulk("INSERT INTO test_things (id) VALUES (:id)", sets);
            }),
            db::Error);
        CHECK(count(world) == 0);
    });
}

TEST_CASE("Database: a statement may be run while its own rows are read")
{
    with_table([](World& world) {
        world.write([](Call& call) {
            add(call.tx, {.id = TicketId{1}});
            add(call.tx, {.id = TicketId{2}});
            constexpr auto sql = "SELECT id FROM test_things ORDER BY id";
            int pairs = 0;
            call.tx.query(sql, {}, [&](db::Row const&) {
                call.tx.query(sql, {}, [&](db::Row const&) { ++pairs; });
            });
            CHECK(pairs == 4);
        });
    });
}

TEST_CASE("Database: one failing verb of many at the same time hurts no other")
{
    with_table([](World& world) {
        std::vector<db::Database::Verb> verbs;
        for (int i = 0; i < 30; ++i)
            verbs.emplace_back([i](db::Tx& tx) {
                add(tx, {.id = TicketId{i + 1}});
                if (i % 3 == 1)
                    throw std::runtime_error{"no"};
                return i % 3 == 0;
            });
        auto const outcomes = run_all(world, verbs);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            auto const wanted = i % 3 == 0   ? db::Ending::committed
                                : i % 3 == 1 ? db::Ending::failed
                                             : db::Ending::rolled_back;
            REQUIRE(outcomes[i].ending == wanted);
        }
        CHECK(count(world) == 10);
    });
}

TEST_CASE("Database: a verb that swallows an error of a statement is not committed")
{
    with_table([](World& world) {
        auto const outcome = run_all(world, {[](db::Tx& tx) {
                                         add(tx, {.id = TicketId{1}});
                                         try {
                                             add(tx, {.id = TicketId{1}});
                                         } catch (db::Error const&) {
                                         }
                                         return true;
                                     }});
        CHECK(outcome[0].ending == db::Ending::failed);
        CHECK_THROWS_AS(std::rethrow_exception(outcome[0].error), db::Error);
        CHECK(count(world) == 0);
    });
}

TEST_CASE("Database: writers that change the same row at the same time lose nothing")
{
    with_table([](World& world) {
        world.write([](Call& call) { add(call.tx, {.id = TicketId{1}, .at = from_micros(0)}); });
        constexpr int writers = 5;
        constexpr int times = 10;
        std::vector<std::thread> threads;
        for (int i = 0; i < writers; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < times; ++n)
                    world.write([](Call& call) {
                        auto const at = *call.tx.one<std::int64_t>("SELECT at FROM test_things");
                        call.tx.run("UPDATE test_things SET at = :at", {{"at", at + 1}});
                    });
            });
        for (auto& thread : threads)
            thread.join();
        auto const sum = world.read(
            [](Call& call) { return *call.tx.one<std::int64_t>("SELECT at FROM test_things"); });
        CHECK(sum == writers * times);
    });
}

TEST_CASE("Database: a read sees one moment, whatever is written meanwhile")
{
    with_table([](World& world) {
        world.read([&](Call& call) {
            auto const before = count(call.tx);
            std::async(std::launch::async, [&] {
                world.write([](Call& other) { add(other.tx, {.id = TicketId{1}}); });
            }).get();
            CHECK(count(call.tx) == before);
        });
        CHECK(count(world) == 1);
    });
}

TEST_CASE("Database: nothing can be written in a read")
{
    with_table([](World& world) {
        CHECK_THROWS_AS(
            world.read([](Call& call) { add(call.tx, {.id = TicketId{1}}); }), db::Error);
        CHECK(count(world) == 0);
    });
}

TEST_CASE("Database: parameters that do not fit the statement are a bug")
{
    with_table([](World& world) {
        auto const run = [&](db::Params params) {
            world.write(
                [&](Call& call) { call.tx.run("DELETE FROM test_things WHERE id = :id", params); });
        };
        CHECK_THROWS_AS(run({}), db::BadStatement);
        CHECK_THROWS_AS(run({{"id", 1}, {"other", 2}}), db::BadStatement);
        CHECK_NOTHROW(run({{"id", 1}}));
    });
}

TEST_CASE("Database: listeners are woken by commits with news, and only by these")
{
    with_table([](World& world) {
        auto const woken = std::make_shared<std::promise<void>>();
        auto const once = std::make_shared<std::atomic<int>>(0);
        world.write([](Call& call) { add(call.tx, {.id = TicketId{1}}); });
        world.database->on_news([=] {
            if (++*once == 1)
                woken->set_value();
        });
        world.write([](Call& call) { call.tx.wake_listeners(); });
        auto const heard = woken->get_future().wait_for(std::chrono::seconds{10});
        CHECK(heard == std::future_status::ready);
    });
}

TEST_CASE("Database: what was queued before the end is still written")
{
    World world;
    make_table(world);
    std::atomic<int> committed{0};
    for (int i = 1; i <= 200; ++i)
        world.database->write(
            [i](db::Tx& tx) {
                add(tx, {.id = TicketId{i}});
                return true;
            },
            [&](db::Outcome outcome) { committed += outcome.ending == db::Ending::committed; });
    world.database.reset();
    CHECK(committed == 200);
    world.database = db::open(world.fresh.address());
    CHECK(count(world) == 200);
}

TEST_CASE("open: what was committed lazily is there when the file is opened again")
{
    World world;
    make_table(world);
    world.database.reset();
    world.database = db::open(world.fresh.address(), db::Commits::lazy);
    world.write([](Call& call) { add(call.tx, {.id = TicketId{1}}); });
    world.database.reset();
    world.database = db::open(world.fresh.address());
    CHECK(count(world) == 1);
}

TEST_CASE("open: what is no file is refused")
{
    CHECK_THROWS_AS((void)db::open(":memory:"), db::Error);
    CHECK_THROWS_AS((void)db::open(""), db::Error);
    TempDir const folder;
    CHECK_THROWS_AS((void)db::open(folder / "missing/tellfirst.db"), db::Error);
}
