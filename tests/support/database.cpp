#include "support/database.hpp"

#include "support/postgres.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <unistd.h>

namespace tellfirst::support {
namespace {

void migrate(std::string const& address)
{
    auto const database = db::open(address);
    auto const ran = db::migrate(*database, db::all_migrations());
    if (ran.has_error())
        throw std::runtime_error{ran.error().detail};
}

// Migrating takes longer than copying, so each test program migrates once.
std::string const& migrated_file()
{
    static TempDir const folder;
    static std::string const file = [] {
        auto path = folder / "migrated.db";
        migrate(path);
        return path;
    }();
    return file;
}

// Test programs may share a cluster, so names carry the process.
std::string new_name()
{
    static std::atomic<int> count{0};
    return fmt::format("test_{}_{}", ::getpid(), ++count);
}

struct PostgresTemplate {
    std::string name = new_name();

    PostgresTemplate()
    {
        run_on_postgres(
            fmt::format("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", name));
        migrate(postgres_address(name));
    }
    ~PostgresTemplate()
    {
        try {
            run_on_postgres("DROP DATABASE " + name + " WITH (FORCE)");
        } catch (std::exception const&) {
            // the cluster is gone, and the database with it
        }
    }
};

std::string const& migrated_postgres()
{
    static PostgresTemplate const migrated;
    return migrated.name;
}

}  // namespace

FreshDatabase::FreshDatabase(Kind kind)
{
    if (kind == Kind::sqlite) {
        address_ = folder_ / "tellfirst.db";
        std::filesystem::copy_file(migrated_file(), address_);
        return;
    }
    postgres_name_ = new_name();
    run_on_postgres(fmt::format(
        "CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", postgres_name_, migrated_postgres()));
    address_ = postgres_address(postgres_name_);
}

FreshDatabase::~FreshDatabase()
{
    try {
        if (!postgres_name_.empty())
            run_on_postgres("DROP DATABASE " + postgres_name_ + " WITH (FORCE)");
    } catch (std::exception const& error) {
        MESSAGE("a test database stays behind: ", error.what());
    }
}

World::World(Kind which)
    : kind{which},
      fresh{which},
      database{db::open(fresh.address())},
      ids{[] { return std::uint32_t{0}; }}
{
    clock.stop_at(test_start);
}

void for_each_database(std::function<void(World&)> const& test)
{
    {
        INFO("on SQLite");
        World world{Kind::sqlite};
        test(world);
    }
    {
        INFO("on PostgreSQL");
        World world{Kind::postgres};
        test(world);
    }
}

Told facts_told(World& world)
{
    // By id, which is the order of telling: on PostgreSQL their numbers come a moment later.
    return world.read([](Call& call) {
        return call.tx.all<ToldFact>("SELECT kind, subject FROM db_facts ORDER BY id");
    });
}

}  // namespace tellfirst::support
