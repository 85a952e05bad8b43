#include "db/migrations.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::support;

namespace {

// Numbers far above ours, on top of a migrated database.
db::Migration step(int number, std::string_view sql)
{
    return {.number = number, .words = "a test", .sqlite = sql, .postgres = sql};
}

std::vector<db::Migration> ours_and(std::initializer_list<db::Migration> more)
{
    auto const ours = db::all_migrations();
    std::vector<db::Migration> all{ours.begin(), ours.end()};
    all.insert(all.end(), more);
    return all;
}

std::int64_t steps_done(World& world)
{
    return world.read([](Call& call) {
        return *call.tx.one<std::int64_t>(
            "SELECT COUNT(*) FROM db_migrations WHERE number >= 9000");
    });
}

std::int64_t lamps(World& world)
{
    return world.read(
        [](Call& call) { return *call.tx.one<std::int64_t>("SELECT COUNT(*) FROM test_lamps"); });
}

constexpr auto make_lamps =
    "CREATE TABLE test_lamps (id BIGINT PRIMARY KEY);\nINSERT INTO test_lamps VALUES (1);\n";
constexpr auto add_lamp = "INSERT INTO test_lamps VALUES (2)";

}  // namespace

TEST_CASE("all_migrations: they are in the order of their numbers, from the files' names")
{
    auto const all = db::all_migrations();
    REQUIRE(!all.empty());
    CHECK(all[0].number == 1);
    CHECK(all[0].words == "db");
    CHECK(all[0].sqlite.contains("CREATE TABLE db_facts"));
    CHECK(std::ranges::is_sorted(all, {}, &db::Migration::number));
}

TEST_CASE("migrate: a fresh database takes all of them, a current one none")
{
    for_each_database([](World& world) {
        auto const more = ours_and({step(9001, make_lamps), step(9002, add_lamp)});
        CHECK(*db::migrate(*world.database, more) == 2);
        CHECK(*db::migrate(*world.database, more) == 0);
        CHECK(lamps(world) == 2);
    });
}

TEST_CASE("migrate: a schema that is newer than the program is left alone, in clear words")
{
    for_each_database([](World& world) {
        REQUIRE(db::migrate(*world.database, ours_and({step(9001, make_lamps)})));
        auto const old = db::migrate(*world.database, db::all_migrations());
        REQUIRE(old.has_error());
        CHECK(old.error().code == "schema.newer");
        CHECK(old.error().detail.contains("its schema is 9001"));
        CHECK(lamps(world) == 1);
    });
}

TEST_CASE("migrate: a migration that reads differently now is refused")
{
    for_each_database([](World& world) {
        REQUIRE(db::migrate(*world.database, ours_and({step(9001, make_lamps)})));
        auto const changed =
            db::migrate(*world.database, ours_and({step(9001, "SELECT 1"), step(9002, add_lamp)}));
        REQUIRE(changed.has_error());
        CHECK(changed.error().code == "schema.changed");
        CHECK(lamps(world) == 1);
    });
}

TEST_CASE("migrate: one that fails leaves no trace and does not undo those before it")
{
    for_each_database([](World& world) {
        auto const broken = ours_and(
            {step(9001, make_lamps),
             step(9002, "INSERT INTO test_lamps VALUES (7);\nINSERT INTO nowhere VALUES (1);")});
        CHECK_THROWS_AS((void)db::migrate(*world.database, broken), db::Error);
        CHECK(steps_done(world) == 1);
        CHECK(lamps(world) == 1);

        auto const repaired = ours_and({step(9001, make_lamps), step(9002, add_lamp)});
        CHECK(*db::migrate(*world.database, repaired) == 1);
        CHECK(lamps(world) == 2);
    });
}

TEST_CASE("migrate: nodes that start at the same time run each migration once")
{
    for_each_database([](World& world) {
        auto const more = ours_and({step(9001, make_lamps), step(9002, add_lamp)});
        auto const other = db::open(world.fresh.address());
        int there = 0;
        std::thread node{[&] { there = *db::migrate(*other, more); }};
        auto const here = *db::migrate(*world.database, more);
        node.join();
        CHECK(here + there == 2);
        CHECK(lamps(world) == 2);
    });
}
