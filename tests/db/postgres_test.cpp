// What only PostgreSQL can do to us: conflicts, lost connections, other nodes.
#include "db/postgres.hpp"

#include "support/database.hpp"
#include "support/postgres.hpp"

#include <doctest/doctest.h>

#include <future>

using namespace tellfirst;
using namespace tellfirst::support;

namespace {

constexpr auto kill_me = "SELECT pg_terminate_backend(pg_backend_pid())";

void raise_elsewhere(World& world)
{
    std::async(std::launch::async, [&] {
        world.write([](Call& call) { db::raise_data_epoch(call.tx); });
    }).get();
}

std::int64_t epoch(World& world)
{
    return world.read([](Call& call) { return db::data_epoch(call.tx); });
}

db::Outcome write(World& world, db::Database::Verb verb)
{
    std::promise<db::Outcome> promise;
    world.database->write(
        std::move(verb), [&](db::Outcome outcome) { promise.set_value(outcome); });
    return promise.get_future().get();
}

}  // namespace

TEST_CASE("PostgreSQL: a verb that met another one is run again on what that one wrote")
{
    World world{Kind::postgres};
    int runs = 0;
    std::int64_t seen = 0;
    world.write([&](Call& call) {
        seen = db::data_epoch(call.tx);
        if (++runs == 1)
            raise_elsewhere(world);
        db::raise_data_epoch(call.tx);
    });
    CHECK(runs == 2);
    CHECK(epoch(world) == seen + 1);
}

TEST_CASE("PostgreSQL: a verb that always meets another one is given up after a bounded number")
{
    World world{Kind::postgres};
    int runs = 0;
    auto const always_late = [&](Call& call) {
        ++runs;
        (void)db::data_epoch(call.tx);
        raise_elsewhere(world);
        db::raise_data_epoch(call.tx);
    };
    CHECK_THROWS_AS(world.write(always_late), db::Unavailable);
    CHECK(runs == 11);
}

TEST_CASE("PostgreSQL: a connection that is lost in a verb is made again, and the verb run again")
{
    World world{Kind::postgres};
    auto const before = epoch(world);
    int runs = 0;
    world.write([&](Call& call) {
        db::raise_data_epoch(call.tx);
        if (++runs == 1)
            call.tx.run(kill_me);
    });
    CHECK(runs == 2);
    CHECK(epoch(world) == before + 1);
}

TEST_CASE("PostgreSQL: a connection that is lost in COMMIT leaves it unknown")
{
    World world{Kind::postgres};
    world.write([](Call& call) {
        call.tx.script(R"sql(
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER dying AFTER UPDATE ON db_epoch
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die())sql");
    });
    auto const outcome = write(world, [](db::Tx& tx) {
        db::raise_data_epoch(tx);
        return true;
    });
    CHECK(outcome.ending == db::Ending::unknown);
    CHECK_THROWS_AS(std::rethrow_exception(outcome.error), db::Unknown);
}

TEST_CASE("PostgreSQL: news of one node wake the listeners of another")
{
    World world{Kind::postgres};
    auto const other = db::open(world.fresh.address());
    std::promise<void> heard;
    std::atomic<int> wakes{0};
    // Its first wake may come from beginning to listen, so the news are told until it heard.
    other->on_news([&] {
        if (++wakes == 3)
            heard.set_value();
    });
    auto const done = heard.get_future();
    for (int told = 0; told < 100; ++told) {
        world.write([](Call& call) { call.tx.wake_listeners(); });
        if (done.wait_for(std::chrono::milliseconds{100}) == std::future_status::ready)
            break;
    }
    CHECK(wakes >= 3);
}

TEST_CASE("PostgreSQL: claimed rows are skipped by others who want to claim")
{
    World world{Kind::postgres};
    auto const claim = [](db::Tx& tx) {
        auto const sql = "SELECT epoch FROM db_epoch" + std::string{tx.skip_locked()};
        return tx.one<std::int64_t>(sql).has_value();
    };
    world.write([&](Call& call) {
        CHECK(claim(call.tx));
        auto other = std::async(std::launch::async, [&] {
            return world.write([&](Call& second) { return claim(second.tx); });
        });
        CHECK(!other.get());
    });
}

TEST_CASE("PostgreSQL: numbers and truth values of the server's own types are understood")
{
    World world{Kind::postgres};
    world.read([](Call& call) {
        auto const one = [&](std::string_view sql) { return *call.tx.one<double>(sql); };
        CHECK(one("SELECT CAST(2.5 AS NUMERIC)") == 2.5);
        CHECK(one("SELECT CAST(7 AS SMALLINT)") == 7);
        CHECK(one("SELECT 1 = 1") == 1);
        CHECK(one("SELECT CAST('1e100' AS NUMERIC)") == 1e100);
    });
}

TEST_CASE("open: a PostgreSQL database that sorts by a language is refused, with the cure")
{
    run_on_postgres("CREATE DATABASE test_sorted TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    std::string said;
    try {
        (void)db::open(postgres_address("test_sorted"));
    } catch (db::Error const& error) {
        said = error.what();
    }
    run_on_postgres("DROP DATABASE test_sorted WITH (FORCE)");
    CHECK(said.contains("CREATE DATABASE tellfirst TEMPLATE template0"));
}

TEST_CASE("open: a PostgreSQL that is not there is unavailable")
{
    TempDir const folder;
    CHECK_THROWS_AS(
        (void)db::open("postgres://nobody@/none?host=" + folder.path().string()), db::Unavailable);
}
