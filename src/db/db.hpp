#pragma once
// The door of db: SQL behind one face.
#include "db/call.hpp"
#include "db/facts.hpp"
#include "db/house.hpp"
#include "db/migrations.hpp"
#include "db/tx.hpp"

#include <exception>
#include <memory>

namespace tellfirst::db {

// How a write ended. `unknown`: the commit failed in a way that may or may not have stored it
// (an fsync error): never say "done", never say "not done", deduplicate the retry.
enum class Ending { committed, rolled_back, failed, unknown };

struct Outcome {
    Ending ending = Ending::committed;
    std::exception_ptr error = {};  // what the verb or the database threw, for failed and unknown
};

class Database {
  public:
    // Answers whether to commit. May run twice (a serialisation failure is retried), so its input
    // is const and its effects go through the transaction only.
    using Verb = std::function<bool(Tx&)>;
    using Done = std::function<void(Outcome)>;

    virtual ~Database() = default;

    // Queues a writing transaction; `done` is called once, on a thread of the database, after the
    // commit is durable. On SQLite up to 64 queued verbs share one commit.
    virtual void write(Verb verb, Done done) = 0;

    // Queues a reading transaction: one snapshot, nothing can be written in it.
    virtual void read(std::function<void(Tx&)> verb, Done done) = 0;

    // Calls `wake` (on any thread, quickly) after each commit that told facts or queued jobs.
    virtual void on_news(std::function<void()> wake) = 0;

    // For backups, checks and the migration run: statements outside the verbs' discipline.
    [[nodiscard]] virtual bool is_postgres() const = 0;

    // The same two, waiting for the end. Never call them on an I/O thread. They throw what the
    // verb threw.
    void write_and_wait(Verb verb);
    void read_and_wait(std::function<void(Tx&)> verb);
};

// "postgres://..." opens PostgreSQL; anything else is the path of an SQLite file (":memory:" is
// refused: the reader pool could not see it). Creates the file, not its folder. Does not migrate.
[[nodiscard]] std::unique_ptr<Database> open(std::string const& address);

}  // namespace tellfirst::db
