#include "db/postgres.hpp"

#include "db/postgres_news.hpp"
#include "db/postgres_session.hpp"
#include "db/work_queue.hpp"

#include <thread>

namespace tellfirst::db {
namespace {

// A commit waits for the server's fsync, so a few of them at once; with the readers and the
// sequencer a node takes 13 of the server's connections (100 by default).
constexpr int writer_count = 8;
constexpr int reader_count = 4;

struct Queued {
    Database::Verb verb;
    Database::Done done;
};

struct Traits {
    std::string encoding;
    std::string collation;
};

BOOST_DESCRIBE_STRUCT(Traits, (), (encoding, collation))

// Texts must sort as they do on SQLite: by their bytes.
void check_database(std::string const& address)
{
    PostgresConnection connection{address};
    connection.connect();
    Traits traits;
    connection.query(
        R"sql(
        SELECT CAST(pg_encoding_to_char(encoding) AS TEXT) AS encoding,
               CAST(datcollate AS TEXT)                    AS collation
        FROM   pg_database
        WHERE  datname = current_database())sql",
        {}, [&](Row const& row) { traits = from_row<Traits>(row); });
    bool const by_bytes = traits.collation == "C" || traits.collation == "POSIX" ||
                          traits.collation.starts_with("C.");
    if (traits.encoding != "UTF8" || !by_bytes)
        throw Error{"the PostgreSQL database must sort by bytes; make it with: CREATE DATABASE "
                    "tellfirst TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"};
}

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(std::string const& address) : news_{address}
    {
        for (int i = 0; i < writer_count; ++i)
            add_thread(address, PostgresSession::Use::writing, writes_);
        for (int i = 0; i < reader_count; ++i)
            add_thread(address, PostgresSession::Use::reading, reads_);
    }

    // What is queued is still done; nothing new comes.
    ~PostgresDatabase() override
    {
        writes_.close();
        reads_.close();
        for (auto& thread : threads_)
            thread.join();
    }

    void write(Verb verb, Done done) override
    {
        enqueue(writes_, {std::move(verb), std::move(done)});
    }

    void read(std::function<void(Tx&)> verb, Done done) override
    {
        auto const reading = [verb = std::move(verb)](Tx& tx) {
            verb(tx);
            return true;
        };
        enqueue(reads_, {reading, std::move(done)});
    }

    void on_news(std::function<void()> wake) override { news_.listeners().add(std::move(wake)); }
    void on_broken(std::function<void()>) override {}  // another server may take over any time
    [[nodiscard]] bool is_postgres() const override { return true; }

  private:
    static void enqueue(WorkQueue<Queued>& queue, Queued item)
    {
        if (!queue.push(item))
            item.done({Ending::failed, std::make_exception_ptr(Unavailable{"too many wait"})});
    }

    // Each thread makes its connection when it is first needed.
    void add_thread(std::string const& address, PostgresSession::Use use, WorkQueue<Queued>& queue)
    {
        threads_.emplace_back([this, address, use, &queue] {
            PostgresSession session{address, use, [this] { news_.tell(); }};
            for (auto taken = queue.take(1); !taken.empty(); taken = queue.take(1))
                taken.front().done(session.run(taken.front().verb));
        });
    }

    PostgresNews news_;
    WorkQueue<Queued> writes_;
    WorkQueue<Queued> reads_;
    std::vector<std::thread> threads_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(std::string const& address)
{
    check_database(address);
    return std::make_unique<PostgresDatabase>(address);
}

}  // namespace tellfirst::db
