#include "db/sqlite.hpp"

#include "db/listeners.hpp"
#include "db/sqlite_writer.hpp"
#include "db/work_queue.hpp"

#include <thread>

namespace tellfirst::db {
namespace {

// Reads come from HTTP requests and jobs; two cores gain nothing from more.
constexpr int reader_count = 4;

struct QueuedRead {
    std::function<void(Tx&)> verb;
    Database::Done done;
};

Outcome run_read(SqliteConnection& connection, std::function<void(Tx&)> const& verb)
{
    Outcome outcome;
    try {
        // The snapshot is taken by the first statement and kept until the end.
        connection.run("BEGIN");
        SqliteTx tx{connection};
        verb(tx);
        if (tx.doom())
            std::rethrow_exception(tx.doom());
    } catch (...) {
        outcome = {Ending::failed, std::current_exception()};
    }
    try {
        if (connection.in_transaction())
            connection.run("ROLLBACK");  // there is nothing to commit
    } catch (Error const&) {
        outcome = {Ending::failed, std::current_exception()};
    }
    return outcome;
}

class SqliteDatabase final : public Database {
  public:
    SqliteDatabase(std::string const& path, Commits commits)
        : writer_{path, [this] { news_.wake(); }, [this] { breaks_.wake(); }}
    {
        if (commits == Commits::lazy)
            writer_.commit_lazily();
        for (int i = 0; i < reader_count; ++i)
            readers_.push_back(
                std::make_unique<SqliteConnection>(path, SqliteConnection::Use::reading));
        threads_.emplace_back([this] { write_groups(); });
        for (auto const& reader : readers_)
            threads_.emplace_back([this, &reader] { answer_reads(*reader); });
    }

    // What is queued is still done; nothing new comes.
    ~SqliteDatabase() override
    {
        writes_.close();
        reads_.close();
        for (auto& thread : threads_)
            thread.join();
    }

    void write(Verb verb, Done done) override
    {
        QueuedWrite item{std::move(verb), std::move(done)};
        if (!writes_.push(item))
            item.done({Ending::failed, std::make_exception_ptr(Unavailable{"too many writes"})});
    }

    void read(std::function<void(Tx&)> verb, Done done) override
    {
        QueuedRead item{std::move(verb), std::move(done)};
        if (!reads_.push(item))
            item.done({Ending::failed, std::make_exception_ptr(Unavailable{"too many reads"})});
    }

    void on_news(std::function<void()> wake) override { news_.add(std::move(wake)); }
    void on_broken(std::function<void()> stop) override { breaks_.add(std::move(stop)); }
    [[nodiscard]] bool is_postgres() const override { return false; }

  private:
    void write_groups()
    {
        for (;;) {
            auto group = writes_.take(SqliteWriter::group_size);
            if (group.empty())
                return;
            writer_.run_group(group);
        }
    }

    void answer_reads(SqliteConnection& connection)
    {
        for (;;) {
            auto const taken = reads_.take(1);
            if (taken.empty())
                return;
            taken.front().done(run_read(connection, taken.front().verb));
        }
    }

    Listeners news_;
    Listeners breaks_;
    SqliteWriter writer_;
    std::vector<std::unique_ptr<SqliteConnection>> readers_;
    WorkQueue<QueuedWrite> writes_;
    WorkQueue<QueuedRead> reads_;
    std::vector<std::thread> threads_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(std::string const& path, Commits commits)
{
    return std::make_unique<SqliteDatabase>(path, commits);
}

}  // namespace tellfirst::db
