#pragma once
#include "db/db.hpp"
#include "db/sqlite_connection.hpp"

#include <span>

namespace tellfirst::db {

struct QueuedWrite {
    Database::Verb verb;
    Database::Done done;
};

// Runs queued verbs in groups, on the one thread that writes. See the essay in the .cpp.
class SqliteWriter {
  public:
    // More would let the first of a group wait too long for its answer; fewer would waste fsyncs.
    static constexpr std::size_t group_size = 64;

    SqliteWriter(
        std::string const& path, std::function<void()> on_news, std::function<void()> on_broken);

    void run_group(std::span<QueuedWrite> group);

    // From now on a commit does not wait for the disk (Commits::lazy). Before the first group.
    void commit_lazily();

  private:
    [[nodiscard]] std::size_t run_some(std::span<QueuedWrite> group);
    [[nodiscard]] Outcome run_one(Database::Verb const& verb);
    [[nodiscard]] Outcome commit();

    SqliteConnection connection_;
    std::function<void()> on_news_;
    std::function<void()> on_broken_;
    bool news_ = false;    // in the transaction that is open
    bool broken_ = false;  // a commit ended unknown: this process must not acknowledge any more
};

}  // namespace tellfirst::db
