#pragma once
// The door of db: SQL behind one face.
#include "db/call.hpp"
#include "db/errors.hpp"
#include "db/facts.hpp"
#include "db/house.hpp"
#include "db/migrations.hpp"
#include "db/tx.hpp"

#include <exception>
#include <memory>

namespace tellfirst::db {

// How a write ended. `rolled_back`: the verb did not want it. `failed`: the verb or the database
// threw, and nothing was written. `unknown`: the commit failed in a way that may or may not have
// stored it (an fsync error, a connection lost in COMMIT).
enum class Ending { committed, rolled_back, failed, unknown };

struct Outcome {
    Ending ending = Ending::committed;
    // For failed: what the verb threw, or Error, Full, Unavailable. For unknown: Unknown.
    std::exception_ptr error = {};
};

class Database {
  public:
    // Answers whether to commit. May run twice (a serialisation failure is retried), so its input
    // is const and its effects go through the transaction only. After an error in a statement the
    // transaction cannot go on, even if the verb catches it.
    using Verb = std::function<bool(Tx&)>;
    using Done = std::function<void(Outcome)>;

    virtual ~Database() = default;

    // Queues a writing transaction; `done` is called once, on a thread of the database, after the
    // commit is durable (or at once and with Unavailable, where the queue is full). It must not
    // throw. On SQLite up to 64 queued verbs share one commit.
    virtual void write(Verb verb, Done done) = 0;

    // Queues a reading transaction: one snapshot, nothing can be written in it.
    virtual void read(std::function<void(Tx&)> verb, Done done) = 0;

    // Calls `wake` (on any thread, quickly) after commits that told facts or queued jobs, of this
    // node or of another one on the same PostgreSQL. Several may listen; `wake` must be callable
    // until the database is gone.
    virtual void on_news(std::function<void()> wake) = 0;

    // Calls `stop` once when a commit on SQLite ended unknown: this process must not acknowledge
    // anything any more and should end; all later writes are Unavailable, reads go on.
    virtual void on_broken(std::function<void()> stop) = 0;

    [[nodiscard]] virtual bool is_postgres() const = 0;

    // The same two, waiting for the end. Never call them on an I/O thread, nor inside a verb or a
    // `done`. They throw Outcome::error.
    void write_and_wait(Verb verb);
    void read_and_wait(std::function<void(Tx&)> verb);
};

// Does a commit wait for the disk? `lazy` is only for data that can be made again, such as a demo's
// past; PostgreSQL is told what to do by its own configuration and takes no notice.
enum class Commits { durable, lazy };

// "postgres://..." opens PostgreSQL; anything else is the path of an SQLite file (":memory:" is
// refused: the reader pool could not see it). Creates the file, not its folder. Does not migrate.
// Throws Error or Unavailable where it cannot be opened.
[[nodiscard]] std::unique_ptr<Database>
open(std::string const& address, Commits commits = Commits::durable);

}  // namespace tellfirst::db
