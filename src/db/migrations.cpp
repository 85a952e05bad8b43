#include "db/migrations.hpp"

#include "db/db.hpp"
#include "kernel/clock.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::db {
namespace {

struct Applied {
    std::int64_t number = 0;
    std::string checksum;
};

BOOST_DESCRIBE_STRUCT(Applied, (), (number, checksum))

// Several nodes may start at once; an advisory lock because there is no table yet to lock.
void make_history(Database& database)
{
    database.write_and_wait([&](Tx& tx) {
        if (database.is_postgres())
            tx.script("SELECT pg_advisory_xact_lock(hashtext('tellfirst migrations'))");
        tx.run(R"sql(
            CREATE TABLE IF NOT EXISTS db_migrations (
                number   BIGINT PRIMARY KEY,
                words    TEXT NOT NULL,
                checksum TEXT NOT NULL,
                at       BIGINT NOT NULL
            ))sql");
        return true;
    });
}

std::vector<Applied> history(Tx& tx)
{
    return tx.all<Applied>("SELECT number, checksum FROM db_migrations ORDER BY number");
}

void write_history(Tx& tx, Migration const& migration, std::string const& checksum)
{
    tx.run(
        R"sql(
        INSERT INTO db_migrations (number, words, checksum, at)
        VALUES (:number, :words, :checksum, :at))sql",
        {{"number", migration.number},
         {"words", migration.words},
         {"checksum", checksum},
         {"at", Clock::machine_now()}});
}

std::string_view text_for(Migration const& migration, bool postgres)
{
    return postgres ? migration.postgres : migration.sqlite;
}

Problem newer(std::int64_t theirs, std::int64_t ours)
{
    return conflict(
        "schema.newer",
        fmt::format(
            "This data was written by a newer Tellfirst: its schema is {}, and this version "
            "knows {}. Nothing was touched. Start the newer version again, or restore a "
            "backup from before the upgrade.",
            theirs, ours));
}

Problem changed(Migration const& migration)
{
    return conflict(
        "schema.changed",
        fmt::format(
            "Migration {:04} ({}) reads differently now than when it ran on this data. "
            "Nothing was touched. Start a released version of Tellfirst.",
            migration.number, migration.words));
}

std::optional<Problem>
disagreement(std::span<Applied const> applied, std::span<Migration const> known, bool postgres)
{
    for (auto const& done : applied) {
        auto const migration = std::ranges::find(known, done.number, &Migration::number);
        if (migration == known.end())
            return newer(applied.back().number, known.empty() ? 0 : known.back().number);
        if (to_hex(sha256(text_for(*migration, postgres))) != done.checksum)
            return changed(*migration);
    }
    return std::nullopt;
}

// Answers whether it ran: another node may have been faster.
bool run_migration(Database& database, Migration const& migration)
{
    bool ran = false;
    database.write_and_wait([&](Tx& tx) {
        // First of all, so that the snapshot of this transaction is younger than the wait.
        if (database.is_postgres())
            tx.script("LOCK TABLE db_migrations IN ACCESS EXCLUSIVE MODE");
        auto const applied = history(tx);
        ran = std::ranges::find(applied, migration.number, &Applied::number) == applied.end();
        if (!ran)
            return false;
        auto const text = text_for(migration, database.is_postgres());
        tx.script(std::string{text});
        write_history(tx, migration, to_hex(sha256(text)));
        return true;
    });
    return ran;
}

}  // namespace

Result<int> migrate(Database& database, std::span<Migration const> migrations)
{
    make_history(database);
    std::vector<Applied> applied;
    database.read_and_wait([&](Tx& tx) { applied = history(tx); });
    if (auto const problem = disagreement(applied, migrations, database.is_postgres()))
        return *problem;

    int ran = 0;
    for (auto const& migration : migrations)
        if (std::ranges::find(applied, migration.number, &Applied::number) == applied.end())
            ran += run_migration(database, migration) ? 1 : 0;
    return ran;
}

}  // namespace tellfirst::db
