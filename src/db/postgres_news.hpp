#pragma once
#include "db/listeners.hpp"
#include "db/postgres_connection.hpp"

#include <atomic>
#include <thread>

namespace tellfirst::db {

// Numbers facts after their commit and carries the news between nodes, on a thread and a
// connection of its own. See the essay in the .cpp.
class PostgresNews {
  public:
    explicit PostgresNews(std::string const& address);
    ~PostgresNews();
    PostgresNews(PostgresNews const&) = delete;
    PostgresNews& operator=(PostgresNews const&) = delete;

    // A transaction of this node that has news was committed.
    void tell();

    [[nodiscard]] Listeners& listeners() { return listeners_; }

  private:
    void run();
    void carry();  // one round; throws Error
    [[nodiscard]] bool must_sequence();
    void sequence();
    void nudge() const;

    Listeners listeners_;
    PostgresConnection connection_;
    int nudge_;  // an eventfd: the thread waits for it and for its connection at once
    bool listening_ = false;
    std::atomic<bool> told_{false};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace tellfirst::db
