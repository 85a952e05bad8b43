// The disk of this test program fails when it is told to: the functions below stand before those
// of the C library, also for SQLite.
#include "db/sqlite_writer.hpp"

#include "db/sqlite.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cerrno>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

enum class Disk { well, full, broken };
std::atomic<Disk> disk{Disk::well};

}  // namespace

extern "C" int fdatasync(int file)
{
    if (disk == Disk::broken) {
        errno = EIO;
        return -1;
    }
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

extern "C" int fsync(int file)
{
    return fdatasync(file);
}

extern "C" ssize_t pwrite64(int file, void const* data, size_t size, off64_t at)
{
    if (disk == Disk::full) {
        errno = ENOSPC;
        return -1;
    }
    return ::syscall(SYS_pwrite64, file, data, size, at);
}

extern "C" ssize_t pwrite(int file, void const* data, size_t size, off_t at)
{
    return pwrite64(file, data, size, at);
}

using namespace tellfirst;
using namespace tellfirst::db;

namespace {

class Bench {  // a writer on a file of its own, run on this thread
  public:
    Bench()
    {
        disk = Disk::well;
        run({[](Tx& tx) {
            tx.script("CREATE TABLE test_rows (id BIGINT PRIMARY KEY)");
            return true;
        }});
    }
    ~Bench() { disk = Disk::well; }

    std::vector<Outcome> run(std::vector<Database::Verb> const& verbs)
    {
        std::vector<Outcome> outcomes;
        std::vector<QueuedWrite> group;
        for (auto const& verb : verbs)
            group.push_back({verb, [&](Outcome outcome) { outcomes.push_back(outcome); }});
        writer_.run_group(group);
        return outcomes;
    }

    [[nodiscard]] std::int64_t rows()
    {
        std::int64_t count = 0;
        SqliteConnection reader{path_, SqliteConnection::Use::reading};
        reader.query("SELECT COUNT(*) FROM test_rows", {}, [&](Row const& row) {
            count = from_row<std::int64_t>(row);
        });
        return count;
    }

    int breaks = 0;

  private:
    support::TempDir folder_;
    std::string path_ = folder_ / "tellfirst.db";
    SqliteWriter writer_{path_, [] {}, [this] { ++breaks; }};
};

Database::Verb adding(int id)
{
    return [id](Tx& tx) {
        tx.run("INSERT INTO test_rows (id) VALUES (:id)", {{"id", id}});
        return true;
    };
}

Database::Verb adding_while(Disk then, int id)
{
    return [=](Tx& tx) {
        disk = then;
        return adding(id)(tx);
    };
}

bool refused(Tx& tx)
{
    tx.run("INSERT INTO test_rows (id) VALUES (99)");
    return false;
}

}  // namespace

TEST_CASE("SqliteWriter: a full disk fails the group cleanly, and with room again all goes on")
{
    Bench bench;
    auto const outcomes = bench.run({adding(1), refused, adding_while(Disk::full, 2)});
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].ending == Ending::failed);
    CHECK_THROWS_AS(std::rethrow_exception(outcomes[0].error), Full);
    CHECK(outcomes[1].ending == Ending::rolled_back);
    CHECK(outcomes[2].ending == Ending::failed);
    CHECK(bench.rows() == 0);
    CHECK(bench.breaks == 0);

    disk = Disk::well;
    CHECK(bench.run({adding(1)})[0].ending == Ending::committed);
    CHECK(bench.rows() == 1);
}

TEST_CASE("SqliteWriter: after a failed fsync nobody is told yes or no, and nothing more is taken")
{
    Bench bench;
    auto const outcomes = bench.run({adding(1), refused, adding_while(Disk::broken, 2)});
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].ending == Ending::unknown);
    CHECK_THROWS_AS(std::rethrow_exception(outcomes[0].error), Unknown);
    CHECK(outcomes[1].ending == Ending::rolled_back);
    CHECK(outcomes[2].ending == Ending::unknown);
    CHECK(bench.breaks == 1);

    disk = Disk::well;
    auto const later = bench.run({adding(3)});
    CHECK(later[0].ending == Ending::failed);
    CHECK_THROWS_AS(std::rethrow_exception(later[0].error), Unavailable);
}

TEST_CASE("SqliteWriter: when SQLite ends the transaction, those who ran fail and the rest run")
{
    Bench bench;
    auto const outcomes = bench.run(
        {adding(1),
         [](Tx& tx) {
             tx.run("INSERT OR ROLLBACK INTO test_rows (id) VALUES (1)");  // as an I/O error does
             return true;
         },
         adding(3)});
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].ending != Ending::committed);
    CHECK(outcomes[1].ending == Ending::failed);
    CHECK(outcomes[2].ending == Ending::committed);
    CHECK(bench.rows() == 1);
}
